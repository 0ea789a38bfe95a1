import type { NodeProps } from '@xyflow/react';
import { type JSX, memo } from 'react';
import { MarksSvg } from './MarksSvg.tsx';
import type { ElementFlowNode } from './node-list.ts';

/** An element as a node of the page: the same marks as everywhere, as SVG. A container shows only its name to readers. */
export const ElementNode = memo(
  function ElementNode({ data }: NodeProps<ElementFlowNode>): JSX.Element {
    if (data.container) return <span className="node-name">{data.element.name}</span>;
    return (
      <svg width={data.element.w} height={data.element.h} className="node-drawing" aria-hidden="true">
        <MarksSvg marks={data.marks} />
      </svg>
    );
  },
  (before, after) => before.data === after.data,
);
