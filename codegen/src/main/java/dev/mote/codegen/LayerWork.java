package dev.mote.codegen;

import java.util.List;

/**
 * What the time of a layer depends on.
 *
 * @param kernels that it calls, in order; none if it only moves a whole tensor
 * @param multiplies whether it has multiply-accumulates
 * @param work multiply-accumulates; of a layer without any, the elements of its largest input
 * @param outputs elements of its output
 * @param gathered elements of the windows of all output pixels, which a convolution reads once for all channels; 0 of others
 */
public record LayerWork(List<String> kernels, boolean multiplies, long work, long outputs, long gathered) {
    public LayerWork {
        kernels = List.copyOf(kernels);
    }
}
