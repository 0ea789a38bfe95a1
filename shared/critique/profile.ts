/** One of the twelve fields that make boards comparable: bands, never exact numbers (session 5.5). */
export interface ProfileField {
  readonly id: string;
  readonly label: string;
  readonly bands: readonly string[];
}

const PEOPLE = ['Under 10', '10 to 24', '25 to 49', '50 to 99', '100 or more'] as const;

/** The twelve fields of a board's profile, in their order. What is left open is “not said”, never “none”. */
export const PROFILE_FIELDS: readonly ProfileField[] = Object.freeze([
  {
    id: 'industry',
    label: 'Industry group',
    bands: [
      'Financial services',
      'Health and life sciences',
      'Manufacturing',
      'Media and telecoms',
      'Professional services',
      'Public and non-profit',
      'Retail and consumer goods',
      'Technology',
      'Travel and transport',
      'Other',
    ],
  },
  { id: 'customers', label: 'Customers', bands: ['Businesses', 'Consumers', 'Both'] },
  {
    id: 'revenue',
    label: 'Revenue, US dollars a year',
    bands: ['Under 100 million', '100 million to 1 billion', '1 to 10 billion', 'Over 10 billion'],
  },
  { id: 'regions', label: 'Regions', bands: ['1', '2 to 3', '4 to 6', '7 or more'] },
  { id: 'lines', label: 'Business lines', bands: ['1', '2 to 3', '4 to 6', '7 or more'] },
  { id: 'marketing-fte', label: 'People in marketing', bands: PEOPLE },
  { id: 'mops-fte', label: 'People in marketing operations', bands: PEOPLE },
  {
    id: 'age',
    label: 'Age of marketing operations',
    bands: ['Not formed yet', 'Under 2 years', '2 to 5 years', 'Over 5 years'],
  },
  {
    id: 'driver',
    label: 'Main driver',
    bands: ['Growth', 'Efficiency', 'Customer experience', 'Compliance', 'Merger'],
  },
  { id: 'platforms', label: 'Platforms in use', bands: ['Under 10', '10 to 24', '25 to 49', '50 or more'] },
  { id: 'builds', label: 'Who builds', bands: ['Own people', 'Integrator', 'A mix'] },
  {
    id: 'state',
    label: 'What the board shows',
    bands: ['As it is today', 'To be within a year', 'To be later'],
  },
]);
