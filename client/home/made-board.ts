export interface MadeBoard {
  readonly councilId: string;
  readonly boardId: string;
}

export const pathOf = ({ councilId, boardId }: MadeBoard): string => `/c/${councilId}/b/${boardId}`;
