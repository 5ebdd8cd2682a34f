package dev.mote.device.board;

import dev.mote.model.CheckFailedException;

/** A model is too large for a board. The message says by how much, and what takes most of it. */
public final class DoesNotFitException extends CheckFailedException {
    private static final long serialVersionUID = 1;

    DoesNotFitException(String message) {
        super(message);
    }
}
