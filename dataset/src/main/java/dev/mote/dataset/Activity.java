package dev.mote.dataset;

/** What a person of synthetic-activity does, in the order of the class indices. */
enum Activity {
    WALKING,
    RUNNING,
    CYCLING,
    GOLFING,
    RESTING
}
