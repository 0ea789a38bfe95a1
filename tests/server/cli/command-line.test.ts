import { expect, test } from 'vitest';
import { TEMPLATES } from '#shared/templates/index.ts';
import { here } from './here.ts';
import { orgora, refusal } from './orgora.ts';

test('CLI-1 templates lists all 50, one a line, with what each is for', async () => {
  const { code, text, stderr } = await orgora(['templates']);
  expect([code, stderr]).toEqual([0, '']);
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(50);
  expect(lines[2]).toMatch(/^M3 {2}Stage 3, effective {2,}MOps has a budget/);
});

test('CLI-2 templates --json is JSON with id, name, prompts, source and pairs', async () => {
  const { code, text } = await here(['templates', '--json']);
  expect(code).toBe(0);
  const list: { id: string; elements: number; pairs: string[]; prompts: string[] }[] = JSON.parse(text);
  expect(list.map((t) => t.id)).toEqual(TEMPLATES.map((t) => t.id));
  const m3 = list.find((t) => t.id === 'M3');
  expect(m3).toMatchObject({ name: 'Stage 3, effective', elements: 18, relations: 17, pairs: ['M2', 'M4'] });
  expect(m3?.prompts).toHaveLength(3);
});

test('CLI-3 --help answers for the program and for each command, with exit code 0', async () => {
  const program = await here(['--help']);
  expect(program.code).toBe(0);
  for (const command of ['serve', 'templates', 'new', 'export']) {
    expect(program.text).toContain(`  ${command} `);
    const own = await here([command, '--help']);
    expect([own.code, own.stderr]).toEqual([0, '']);
    expect(own.text).toContain(`Usage: orgora ${command} `);
  }
});

test('CLI-4 no command, an unknown one or an unknown option ends with code 1 and one sentence that says where to look', async () => {
  expect(refusal(await here([]))).toContain('orgora --help');
  expect(refusal(await here(['templats']))).toContain('did you mean templates?');
  expect(refusal(await here(['templates', '--jsn']))).toContain('--json');
  expect(refusal(await here(['new', '--template', 'M3']))).toContain('--out <file>');
});

test('CLI-5 on a Node that is too old the project’s own takes over, with the same output and exit code', async () => {
  const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
  const good = await orgora(['templates'], { node: ['--import', old] });
  expect([good.code, good.text.trimEnd().split('\n').length]).toEqual([0, 50]);
  const bad = await orgora(['nothing'], { node: ['--import', old] });
  expect(refusal(bad)).toContain('nothing');
});

test('CLI-6 a port that is none is refused before anything is opened', async () => {
  expect(refusal(await here(['serve', '--port', '70000']))).toContain('0 to 65535');
});
