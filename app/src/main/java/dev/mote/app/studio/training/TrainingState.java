package dev.mote.app.studio.training;

/**
 * Where a training is: {@code WAITING -> RUNNING -> DONE}. From RUNNING also to STOPPED, by a person or a signal, and to FAILED; from both
 * of these back to WAITING, to go on.
 */
enum TrainingState {
    WAITING,
    RUNNING,
    STOPPED,
    FAILED,
    DONE
}
