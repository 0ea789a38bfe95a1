/**
 * A document and its file as version 1 wrote them. Never changed: every later version must read both. The document is a Yjs
 * version 1 update, in base64.
 */
export const DOCUMENT_V1 = [
  'AcABAQAoAQRtZXRhBnNjaGVtYQF9ASgBBG1ldGEFdGl0bGUBdxBPdXIgb3JnYW5pc2F0aW9uKAEEbWV0YQhzdWJ0aXRsZQF3CUFzIG9mIG5vdy',
  'gBBG1ldGEFc3RhdGUBdwVhcy1pcygBBG1ldGEIdGVtcGxhdGUBdwJNMycBCGVsZW1lbnRzA2NtbwEoAAEFBGtpbmQBdwRyb2xlJwABBQRuYW1l',
  'AgQAAQcXQ2hpZWYgbWFya2V0aW5nIG9mZmljZXIoAAEFA3BvcwF1An0AfQAoAAEFBHNpemUBdQJ9oAJ9NCgAAQUFb3JkZXIBdwFWKAABBQRhOm',
  'ZuAXcDTUtUKAABBQVhOmx2bAF9AScBCGVsZW1lbnRzA29wcwEoAAEkBGtpbmQBdwR1bml0JwABJARuYW1lAgQAASYUTWFya2V0aW5nIG9wZXJh',
  'dGlvbnMoAAEkA3BvcwF1An0AfYgDKAABJARzaXplAXUCfaACfYABKAABJAVvcmRlcgF3AVYoAAEkBGE6Zm4BdwNNT1AoAAEkBWE6ZnRlAX0GKA',
  'ABJAVhOmNhcAF1AncEdGVjaHcEZGF0YScBCXJlbGF0aW9ucwtyZXBvcnRzOm9wcwEoAAFBBGtpbmQBdwdyZXBvcnRzKAABQQRmcm9tAXcDb3Bz',
  'KAABQQJ0bwF3A2NtbycBCGVsZW1lbnRzB3N0ZXdhcmQBKAABRQRraW5kAXcEcm9sZScAAUUEbmFtZQIEAAFHDERhdGEgc3Rld2FyZCgAAUUDcG',
  '9zAXUCfRR9sAMoAAFFBHNpemUBdQJ9oAJ9NCgAAUUFb3JkZXIBdwFWKAABRQJpbgF3A29wcygAAUUIYTp2YWNhbnQBeCgAAUUJYTpwZXJzb25h',
  'AXYCCXNjaWVudGlzdH2GAQptb2Rlcm5pemVyfR4nAQlyZWxhdGlvbnMPcmVwb3J0czpzdGV3YXJkASgAAVoEa2luZAF3B3JlcG9ydHMoAAFaBG',
  'Zyb20BdwdzdGV3YXJkKAABWgJ0bwF3A29wcycBCGVsZW1lbnRzA2h1YgEoAAFeBGtpbmQBdwZjZW50cmUnAAFeBG5hbWUCBAABYAhDb250ZW50',
  'IIQBaANodWIoAAFeA3BvcwF1An2sBH2IAygAAV4Ec2l6ZQF1An2gAn2AASgAAV4Fb3JkZXIBdwNWMDEnAQlyZWxhdGlvbnMLcmVwb3J0czpodW',
  'IBKAABbwRraW5kAXcHcmVwb3J0cygAAW8EZnJvbQF3A2h1YigAAW8CdG8BdwNjbW8nAQhlbGVtZW50cwVzdGVlcgEoAAFzBGtpbmQBdwljb21t',
  'aXR0ZWUnAAFzBG5hbWUCBAABdRpNYXJ0ZWNoIHN0ZWVyaW5nIGNvbW1pdHRlZSgAAXMDcG9zAXUCfawEfQAoAAFzBHNpemUBdQJ9oAJ9gAEoAA',
  'FzBW9yZGVyAXcDVjAxJwEIZWxlbWVudHMHaW5zaWdodAEoAAGTAQRraW5kAXcIZnVuY3Rpb24nAAGTAQRuYW1lAgQAAZUBEEN1c3RvbWVyIGlu',
  'c2lnaHQoAAGTAQNwb3MBdQJ9tAd9iAMoAAGTAQRzaXplAXUCfaACfTQoAAGTAQVvcmRlcgF3A1YwMicBCGVsZW1lbnRzA2NybQEoAAGpAQRraW',
  '5kAXcIcGxhdGZvcm0nAAGpAQRuYW1lAgQAAasBA0NSTSgAAakBA3BvcwF1An0AfZAGKAABqQEEc2l6ZQF1An2gAn2AASgAAakBBW9yZGVyAXcD',
  'VjAzKAABqQEHYTpsYXllcgF9ASgAAakBB2E6c2NvcGUBdwZnbG9iYWwnAQhlbGVtZW50cwZhZ2VuY3kBKAABtAEEa2luZAF3B3BhcnRuZXInAA',
  'G0AQRuYW1lAgQAAbYBBkFnZW5jeSgAAbQBA3BvcwF1An28Cn2IAygAAbQBBHNpemUBdQJ9oAJ9gAEoAAG0AQVvcmRlcgF3A1YwNCcBCGVsZW1l',
  'bnRzBGNhcmQBKAABwAEEa2luZAF3BGNhcmQnAAHAAQRuYW1lAgQAAcIBEkNoYXJ0ZXI6Cm9uZSBzdGFjaygAAcABA3BvcwF1An28Cn0AKAABwA',
  'EEc2l6ZQF1An2gAn2gASgAAcABBW9yZGVyAXcDVjA1KAABwAEGYTp0eXBlAXcHY2hhcnRlcigAAcABCWE6Y2hhcnRlcgF3BWJhc2ljJwEJcmVs',
  'YXRpb25zAm4xASgAAdoBBGtpbmQBdwRvd25zKAAB2gEEZnJvbQF3A29wcygAAdoBAnRvAXcDY3JtKAAB2gEHYTpyaWdodAF3B2RlY2lkZXMnAQ',
  'lyZWxhdGlvbnMCbjIBKAAB3wEEa2luZAF3BnNlcnZlcygAAd8BBGZyb20BdwNjcm0oAAHfAQJ0bwF3A2h1YigAAd8BBmE6d2hhdAF3BGRhdGEn',
  'AQlyZWxhdGlvbnMCbjMBKAAB5AEEa2luZAF3B2FkdmlzZXMoAAHkAQRmcm9tAXcDaHViKAAB5AECdG8BdwNvcHMnAQlyZWxhdGlvbnMCbjQBKA',
  'AB6AEEa2luZAF3BWZ1bmRzKAAB6AEEZnJvbQF3A2NtbygAAegBAnRvAXcGYWdlbmN5KAAB6AEFYTpwY3QBfSgnAQlyZWxhdGlvbnMCbjUBKAAB',
  '7QEEa2luZAF3CHBhcnRuZXJzKAAB7QEEZnJvbQF3A2h1YigAAe0BAnRvAXcGYWdlbmN5KAAB7QEHYTp1bnRpbAF3C25leHQgc3ByaW5nJwEJcm',
  'VsYXRpb25zAm42ASgAAfIBBGtpbmQBdwZkb3R0ZWQoAAHyAQRmcm9tAXcHc3Rld2FyZCgAAfIBAnRvAXcDaHViKAAB8gEHYTpzaGFyZQF9FCcB',
  'CXJlbGF0aW9ucwJuNwEoAAH3AQRraW5kAXcGbWVtYmVyKAAB9wEEZnJvbQF3A2NtbygAAfcBAnRvAXcFc3RlZXIoAAH3AQdhOmNoYWlyAXgoAA',
  'H3AQZhOmxvYWQBfQUnAQhvdmVybGF5cwR6b25lASgAAf0BBGtpbmQBdwR6b25lKAAB/QEEem9uZQF3CGZ1bmN0aW9uJwAB/QEFdGl0bGUCBAAB',
  'gAIJTWFya2V0aW5nKAAB/QEDcG9zAXUCfWh9aCgAAf0BBHNpemUBdQJ9sAh9sAgoAAH9AQVvcmRlcgF3AVYoAAH9AQJmbgF3A01LVCgAAf0BBH',
  'dhbGwBeCcBCG92ZXJsYXlzBXRpZ2VyASgAAY8CBGtpbmQBdwV0aWdlcicAAY8CBG5hbWUCBAABkQIKQ1JNIGxhdW5jaCgAAY8CB3B1cnBvc2UB',
  'dxZHbyBsaXZlIGluIHR3byByZWdpb25zKAABjwIHc3BvbnNvcgF3A2NtbygAAY8CBGxlYWQBdwNvcHMnAAGPAgdtZW1iZXJzASgAAZ8CA29wcw',
  'F9FCgAAZ8CB3N0ZXdhcmQBfTwoAAGPAgVvcmRlcgF3AVYoAAGPAgVzdGFydAF9ACgAAY8CA2VuZAF9DCcBCG92ZXJsYXlzCGZyaWN0aW9uASgA',
  'AaUCBGtpbmQBdwhmcmljdGlvbigAAaUCCGZyaWN0aW9uAXcNdW5jbGVhci1vd25lcigAAaUCBnN0YXR1cwF3CW1pdGlnYXRlZCgAAaUCCm1pdG',
  'lnYXRpb24Bdw1BIG5hbWVkIG93bmVyKAABpQIFb3duZXIBdwNDTU8nAAGlAgJvbgEoAAGrAgNjcm0BeCgAAasCBHpvbmUBeCgAAaUCAmF0AXUC',
  'fZABfbAGJwEIb3ZlcmxheXMEZnJlZQEoAAGvAgRraW5kAXcIZnJpY3Rpb24oAAGvAghmcmljdGlvbgF3BHNpbG8oAAGvAgZzdGF0dXMBdwRvcG',
  'VuKAABrwIKbWl0aWdhdGlvbgF3ACgAAa8CBW93bmVyAXcAJwABrwICb24BKAABrwICYXQBdQJ9Cn0UJwEGZnJhbWVzBWZyYW1lAScAAbcCBXRp',
  'dGxlAgQAAbgCCE92ZXJ2aWV3KAABtwIDcG9zAXUCfdABfdABKAABtwIEc2l6ZQF1An2AFH2QCygAAbcCBW9yZGVyAXcBVicBB3Byb21wdHMGcH',
  'JvbXB0ASgAAcQCBHRleHQBdxFXaG8gb3ducyB0aGUgQ1JNPycAAcQCBmFuc3dlcgIEAAHGAgpPcGVyYXRpb25zKAABxAIFb3JkZXIBdwFWKAAB',
  'BQVncm91cAF3AmcxKAABcwVncm91cAF3AmcxKAABBQZsb2NrZWQBeMQBaAFpCmFuZCBhc3NldCCoAWwBdQJ9gAV9kgMnAQhlbGVtZW50cwRnb2',
  '5lASgAAeACBGtpbmQBdwR1bml0JwAB4AIEbmFtZQIEAAHiAghOZXcgdGVhbSgAAeACA3BvcwF1An0AfQAoAAHgAgRzaXplAXUCfagCfYgBKAAB',
  '4AIFb3JkZXIBdwNWMDYBAQNsAZMBFuACDg==',
].join('');

export const FILE_V1 = `{
  "format": "orgora-board",
  "version": 1,
  "board": {
    "meta": {
      "title": "Our organisation",
      "subtitle": "As of now",
      "state": "as-is",
      "template": "M3"
    },
    "elements": [
      {
        "id": "agency",
        "kind": "partner",
        "name": "Agency",
        "x": 700,
        "y": 200,
        "w": 160,
        "h": 64,
        "order": "V04"
      },
      {
        "id": "card",
        "kind": "card",
        "name": "Charter:\\none stack",
        "x": 700,
        "y": 0,
        "w": 160,
        "h": 96,
        "order": "V05",
        "attributes": {
          "charter": "basic",
          "type": "charter"
        }
      },
      {
        "id": "cmo",
        "kind": "role",
        "name": "Chief marketing officer",
        "x": 0,
        "y": 0,
        "w": 160,
        "h": 52,
        "order": "V",
        "locked": true,
        "group": "g1",
        "attributes": {
          "fn": "MKT",
          "lvl": 1
        }
      },
      {
        "id": "crm",
        "kind": "platform",
        "name": "CRM",
        "x": 0,
        "y": 400,
        "w": 160,
        "h": 64,
        "order": "V03",
        "attributes": {
          "layer": 1,
          "scope": "global"
        }
      },
      {
        "id": "hub",
        "kind": "centre",
        "name": "Content and asset hub",
        "x": 320,
        "y": 210,
        "w": 160,
        "h": 64,
        "order": "V01"
      },
      {
        "id": "ops",
        "kind": "unit",
        "name": "Marketing operations",
        "x": 0,
        "y": 200,
        "w": 160,
        "h": 64,
        "order": "V",
        "attributes": {
          "cap": [
            "tech",
            "data"
          ],
          "fn": "MOP",
          "fte": 6
        }
      },
      {
        "id": "steer",
        "kind": "committee",
        "name": "Martech steering committee",
        "x": 300,
        "y": 0,
        "w": 160,
        "h": 64,
        "order": "V01",
        "group": "g1"
      },
      {
        "id": "steward",
        "kind": "role",
        "name": "Data steward",
        "x": 20,
        "y": 240,
        "w": 160,
        "h": 52,
        "order": "V",
        "sitsIn": "ops",
        "attributes": {
          "persona": {
            "modernizer": 30,
            "scientist": 70
          },
          "vacant": true
        }
      }
    ],
    "relations": [
      {
        "id": "n1",
        "kind": "owns",
        "from": "ops",
        "to": "crm",
        "attributes": {
          "right": "decides"
        }
      },
      {
        "id": "n2",
        "kind": "serves",
        "from": "crm",
        "to": "hub",
        "attributes": {
          "what": "data"
        }
      },
      {
        "id": "n3",
        "kind": "advises",
        "from": "hub",
        "to": "ops"
      },
      {
        "id": "n4",
        "kind": "funds",
        "from": "cmo",
        "to": "agency",
        "attributes": {
          "pct": 40
        }
      },
      {
        "id": "n5",
        "kind": "partners",
        "from": "hub",
        "to": "agency",
        "attributes": {
          "until": "next spring"
        }
      },
      {
        "id": "n6",
        "kind": "dotted",
        "from": "steward",
        "to": "hub",
        "attributes": {
          "share": 20
        }
      },
      {
        "id": "n7",
        "kind": "member",
        "from": "cmo",
        "to": "steer",
        "attributes": {
          "chair": true,
          "load": 5
        }
      },
      {
        "id": "reports:hub",
        "kind": "reports",
        "from": "hub",
        "to": "cmo"
      },
      {
        "id": "reports:ops",
        "kind": "reports",
        "from": "ops",
        "to": "cmo"
      },
      {
        "id": "reports:steward",
        "kind": "reports",
        "from": "steward",
        "to": "ops"
      }
    ],
    "overlays": [
      {
        "id": "free",
        "kind": "friction",
        "friction": "silo",
        "status": "open",
        "mitigation": "",
        "owner": "",
        "on": [],
        "at": {
          "x": 10,
          "y": 20
        }
      },
      {
        "id": "friction",
        "kind": "friction",
        "friction": "unclear-owner",
        "status": "mitigated",
        "mitigation": "A named owner",
        "owner": "CMO",
        "on": [
          "crm",
          "zone"
        ],
        "at": {
          "x": 80,
          "y": 432
        }
      },
      {
        "id": "tiger",
        "kind": "tiger",
        "name": "CRM launch",
        "purpose": "Go live in two regions",
        "sponsor": "cmo",
        "lead": "ops",
        "start": 0,
        "end": 12,
        "members": {
          "ops": 20,
          "steward": 60
        },
        "order": "V"
      },
      {
        "id": "zone",
        "kind": "zone",
        "zone": "function",
        "title": "Marketing",
        "x": -40,
        "y": -40,
        "w": 560,
        "h": 560,
        "order": "V",
        "fn": "MKT",
        "wall": true
      }
    ],
    "frames": [
      {
        "id": "frame",
        "title": "Overview",
        "x": -80,
        "y": -80,
        "w": 1280,
        "h": 720,
        "order": "V"
      }
    ],
    "prompts": [
      {
        "id": "prompt",
        "text": "Who owns the CRM?",
        "answer": "Operations",
        "order": "V"
      }
    ]
  }
}
`;
