package dev.mote.codegen;

/**
 * Instructions of a kernel on a core, cycles on AVR.
 *
 * @param perWork see {@link LayerWork#work}
 * @param perOutput of each output element
 * @param perGathered see {@link LayerWork#gathered}
 * @param perCall of each call
 */
record KernelSpeed(double perWork, double perOutput, double perGathered, double perCall) {
    double of(LayerWork layer, long calls) {
        return perWork * layer.work() + perOutput * layer.outputs() + perGathered * layer.gathered() + perCall * calls;
    }
}
