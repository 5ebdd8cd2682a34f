package dev.mote.quantizer;

/**
 * What quantization did to one layer of the int8 model.
 *
 * @param name of the layer's output tensor
 * @param operator as {@code CONV_2D}
 * @param sqnrDb signal-to-quantization-noise ratio at the output, errors of the layers before it included; 150 = no error at all
 * @param macs multiply-accumulates of one run
 * @param weightsMin least weight of the float model; 0 for layers without weights
 * @param weightsMax greatest weight
 * @param worstChannel output channel with the least ratio
 * @param worstChannelSqnrDb its ratio
 */
public record LayerReport(
        String name,
        String operator,
        double sqnrDb,
        long macs,
        float weightsMin,
        float weightsMax,
        int worstChannel,
        double worstChannelSqnrDb) {}
