/** The lists that open where the pointer is, loaded together. */
export { ContextMenu } from './ContextMenu.tsx';
export { FrictionChooser } from './FrictionChooser.tsx';
export { RelationChooser } from './RelationChooser.tsx';
