import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './comfort.css';
import { type JSX, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { detailAt } from '#shared/drawing/detail.ts';
import { PinsGate } from '../critique/pins/PinsGate.tsx';
import { usePointerGestures } from '../gestures/use-pointer-gestures.ts';
import { useDeepLink } from '../links/use-deep-link.ts';
import { useRuntime } from '../session/runtime.ts';
import { TracingLayer } from '../tracing/TracingLayer.tsx';
import { usePictures } from '../tracing/use-pictures.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { BoardTitle } from './BoardTitle.tsx';
import { CanvasDots } from './CanvasDots.tsx';
import { createCamera } from './camera.ts';
import { CanvasContext, type CanvasParts, useCanvas } from './canvas-context.ts';
import { ElementNode } from './ElementNode.tsx';
import { FoldControls } from './FoldControls.tsx';
import { LinkControls } from './LinkControls.tsx';
import { createLiveStore } from './live-state.ts';
import { MiniMap } from './MiniMap.tsx';
import { NameEditor } from './NameEditor.tsx';
import { OfferChooser } from './OfferChooser.tsx';
import { OthersLayer } from './OthersLayer.tsx';
import { PaintLayers } from './PaintLayers.tsx';
import { SelectionControls } from './SelectionControls.tsx';
import { createScene } from './scene.ts';
import { useCanvasFocus } from './use-canvas-focus.ts';
import { useFollowing } from './use-following.ts';
import { useMyPresence } from './use-my-presence.ts';
import { useNodes } from './use-nodes.ts';
import { useSlice } from './use-subscription.ts';
import { createViewControl, ZOOM } from './view-control.ts';

const TracingControls = lazyPart(() =>
  import('../tracing/TracingControls.tsx').then((m) => ({ default: m.TracingControls })),
);

const NODE_TYPES = { element: ElementNode };
const FLOW_STYLE = {};

/** What React Flow reads out; nothing of it may speak of nodes or coordinates. */
const ARIA_LABELS = {
  'node.a11yDescription.default': 'Arrow keys walk along the tree. F2 edits the name. Delete removes it.',
  'node.a11yDescription.keyboardDisabled': 'Arrow keys walk along the tree. F2 edits the name. Delete removes it.',
  'node.a11yDescription.ariaLiveMessage': () => 'Moved.',
  'edge.a11yDescription.default': 'A line. Delete removes it.',
  'minimap.ariaLabel': 'Map of the board',
  'handle.ariaLabel': 'Draw a line from here',
};

/** The board: painting, nodes, gestures, other people. Fills its nearest positioned ancestor; needs a `RuntimeContext`. */
export function BoardCanvas(): JSX.Element {
  const runtime = useRuntime();
  const [parts, setParts] = useState<CanvasParts | null>(null);
  useEffect(() => {
    const live = createLiveStore();
    const camera = createCamera();
    const scene = createScene(runtime, live);
    setParts({ runtime, live, camera, scene });
    return () => {
      scene.destroy();
      camera.destroy();
    };
  }, [runtime]);
  if (parts === null || parts.runtime !== runtime) return <div className="board-canvas" />;
  return (
    <CanvasContext.Provider value={parts}>
      <ReactFlowProvider>
        <CanvasBody />
      </ReactFlowProvider>
    </CanvasContext.Provider>
  );
}

function CanvasBody(): JSX.Element {
  const parts = useCanvas();
  const { runtime } = parts;
  const root = useRef<HTMLElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const tool = useSlice(runtime.ui, (ui) => ui.tool.tool);
  const tracing = useSlice(runtime.ui, (ui) => ui.tracing !== null);
  const nodes = useNodes();
  useCameraOf(root);
  useFollowing();
  useMyPresence();
  useCanvasFocus(root);
  useDeepLink();
  usePictures(root);
  const { spacePressed } = usePointerGestures(root);
  // A hand, or the space bar, pans with the main button; the middle button always does. Touch pans by itself.
  const panOnDrag = useMemo(() => (tool === 'hand' ? [0, 1] : [1]), [tool]);
  return (
    // The canvas is one focusable region: its keys are handled by the page's shortcuts, which it lets through.
    <section
      ref={root}
      className="board-canvas"
      aria-label="Drawing"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the board takes the keyboard when nothing on it has the focus.
      tabIndex={0}
      data-tool={tool}
      data-space={spacePressed}
    >
      <CanvasDots />
      <TracingLayer />
      <PaintLayers over={over} />
      <BoardTitle />
      <ReactFlow
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        style={FLOW_STYLE}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        panOnDrag={panOnDrag}
        panOnScroll
        zoomOnScroll={false}
        zoomOnPinch
        zoomOnDoubleClick={false}
        panOnScrollSpeed={1}
        panActivationKeyCode="Space"
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        zoomActivationKeyCode={null}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        autoPanOnNodeFocus={false}
        nodesFocusable
        ariaLabelConfig={ARIA_LABELS}
        attributionPosition="bottom-left"
      />
      <canvas ref={over} className="canvas-layer" />
      <PinsGate />
      <OthersLayer />
      {tracing && (
        <Suspense fallback={null}>
          <TracingControls />
        </Suspense>
      )}
      <SelectionControls />
      <FoldControls />
      <LinkControls />
      <NameEditor />
      <OfferChooser />
      <MiniMap />
    </section>
  );
}

/** Feeds the camera from React Flow, keeps zoom and detail in the window's state, and answers the page's view control. */
function useCameraOf(root: { readonly current: HTMLElement | null }): void {
  const { runtime, scene, camera } = useCanvas();
  const store = useStoreApi();
  const flow = useReactFlow();
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let fitted = false;
    const control = createViewControl({ runtime, scene, camera, flow, root: element });
    const read = () => {
      const { transform, width, height, panZoom } = store.getState();
      camera.set({ x: transform[0], y: transform[1], zoom: transform[2], w: width, h: height });
      if (!fitted && panZoom !== null && width > 0 && scene.bounds() !== null) {
        fitted = true;
        control.first();
      }
    };
    const stops = [
      store.subscribe(read),
      runtime.view.subscribe((change) => {
        // Whoever draws the first shape keeps the view it was drawn in.
        if (change.origin === runtime.editor.origin) fitted = true;
        if (!fitted) read();
      }),
      camera.subscribe((view) => {
        element.dataset['moving'] = 'true';
        const { zoom, detail } = runtime.ui.getState();
        const next = detailAt(view.zoom, detail);
        if (view.zoom !== zoom || next !== detail) runtime.ui.setState({ zoom: view.zoom, detail: next });
      }),
      camera.onRest(() => {
        element.dataset['moving'] = 'false';
      }),
    ];
    runtime.control = control;
    read();
    return () => {
      for (const stop of stops) stop();
      if (runtime.control === control) runtime.control = null;
    };
  }, [runtime, scene, camera, store, flow, root]);
}
