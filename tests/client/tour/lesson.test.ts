import { beforeEach, describe, expect, it } from 'vitest';
import type { RelationKindId } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { violations } from '#shared/board/violations.ts';
import { doneTasks, isStepDone, LESSON } from '../../../client/tour/lesson.ts';
import { lessonBoard } from '../../../client/tour/lesson-board.ts';
import { isLessonBoard, keepProgress, keptProgress, newProgress } from '../../../client/tour/progress.ts';
import { QUIZ } from '../../../client/tour/quiz.ts';
import { SAMPLE } from '../../../client/tour/sample-ids.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

const NONE: ReadonlySet<RelationKindId> = new Set();

/** A board page over the lesson's sample. */
function begun(): FakeRuntime {
  const runtime = createFakeRuntime();
  const { elements, relations, overlays } = lessonBoard();
  runtime.editor.transact(() => {
    for (const { locked: _, group: __, ...one } of elements.values()) runtime.editor.addElement(one);
    for (const { kind, from, to } of relations.values()) runtime.editor.relate(kind, from, to);
    for (const one of overlays.values()) {
      if (one.kind === 'tiger') runtime.editor.addTiger(one);
      if (one.kind === 'friction') runtime.editor.addFriction(one);
    }
  });
  return runtime;
}

describe('the lesson', () => {
  let learner: FakeRuntime;
  let kept: readonly string[];
  const look = (hiddenLines = NONE): readonly string[] => {
    kept = doneTasks({ board: learner.board, hiddenLines }, kept);
    return kept;
  };

  beforeEach(() => {
    learner = begun();
    kept = [];
  });

  it('TOUR-1 the sample alone does none of the tasks, and is a valid board with every mark the lesson speaks of', () => {
    expect(look()).toEqual([]);
    expect(violations(lessonBoard())).toEqual([]);
    const { board } = learner;
    const ids = new Set([...board.elements.keys(), ...board.relations.keys(), ...board.overlays.keys()]);
    const sample = lessonBoard();
    const known = new Set([...ids, ...sample.relations.keys()]);
    const named = [...LESSON.flatMap((step) => step.shows), ...QUIZ.flatMap((question) => question.about)];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(nameOf(sample, SAMPLE.platform)).toBe('Customer data platform');
  });

  it('TOUR-2 each task is done by drawing just that, in the order of the lesson', () => {
    const { editor } = learner;
    const team = learner.add('unit', 'Content', { y: 900 });
    expect(look()).toEqual(['team']);
    const role = learner.add('role', 'Head of content', { y: 800 });
    expect(look()).toEqual(['team', 'role']);
    const platform = learner.add('platform', 'Content store', { y: 1000 });
    expect(look()).toEqual(['team', 'role', 'platform']);
    editor.relate('reports', team, role);
    expect(look().slice(3)).toEqual(['boss']);
    editor.relate('owns', team, platform);
    expect(look().slice(4)).toEqual(['owner']);
    const centre = learner.add('centre', 'Insight', { y: 1100 });
    learner.add('committee', 'Board', { y: 1200 });
    editor.relate('serves', centre, team);
    expect(look().slice(5)).toEqual(['centre', 'committee', 'serves']);
    const tiger = editor.addTiger({ name: 'Launch', members: { [team]: 20, [role]: 20 } });
    expect(look().slice(8)).toEqual(['tiger-team']);
    editor.setLoad(tiger, team, 35);
    expect(look().slice(9)).toEqual(['load']);
    editor.addFriction({ friction: 'silo', on: [team] });
    expect(look().slice(10)).toEqual(['friction-on']);
    expect(look(new Set<RelationKindId>(['owns'])).slice(11)).toEqual(['legend']);
    expect(LESSON.every((step) => isStepDone(step, kept))).toBe(true);
  });

  it('TOUR-3 what was done stays done when it is taken away again', () => {
    const team = learner.add('unit', 'Content');
    expect(look()).toEqual(['team']);
    learner.editor.remove([team]);
    expect(look()).toEqual(['team']);
  });

  it('TOUR-4 a tiger team of one, or lines of the sample, do no task', () => {
    learner.editor.addTiger({ name: 'One', members: { [learner.add('role', 'Somebody')]: 20 } });
    expect(look()).toEqual(['role']);
    learner.editor.setAttributes([SAMPLE.sales], { fte: 3 });
    expect(look()).toEqual(['role']);
  });

  it('TOUR-5 five steps of one to three tasks, each said for the mouse and for the keyboard', () => {
    expect(LESSON.map((step) => step.tasks.length)).toEqual([3, 2, 3, 2, 2]);
    const tasks = LESSON.flatMap((step) => step.tasks);
    expect(new Set(tasks.map((task) => task.id)).size).toBe(tasks.length);
    expect(tasks.filter((task) => task.how === '' || task.keys === '')).toEqual([]);
  });

  it('TOUR-6 five questions with one right answer each, not always in the same place, and every answer is explained', () => {
    expect(QUIZ.length).toBe(5);
    for (const question of QUIZ) {
      expect(question.options[question.right]).toBeDefined();
      expect(new Set(question.options).size).toBe(question.options.length);
      expect(question.because.length).toBeGreaterThan(30);
    }
    expect(new Set(QUIZ.map((question) => question.right)).size).toBe(3);
  });

  it('TOUR-7 how far it is stays on this device, for this board only, until it is put away', () => {
    const progress = { ...newProgress('council', 'lesson'), step: 3, done: ['team'] };
    keepProgress(progress);
    expect(keptProgress()).toEqual(progress);
    expect([isLessonBoard('lesson'), isLessonBoard('another')]).toEqual([true, false]);
    keepProgress({ ...progress, closed: true });
    expect(isLessonBoard('lesson')).toBe(false);
    window.localStorage.setItem('orgora-lesson', 'not a record');
    expect(keptProgress()).toBeNull();
  });
});
