/** Where the number is entered: the signal from which a card is opened, or the card. */
export type NumberAt = { signalId: string } | { childId: string };
