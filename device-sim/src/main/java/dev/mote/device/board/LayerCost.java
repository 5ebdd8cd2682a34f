package dev.mote.device.board;

/**
 * What a layer took.
 *
 * @param index its number in the generated code
 * @param name of its output tensor
 * @param instructions executed; cycles where the board counts those
 * @param perMac of them; NaN without MACs
 */
public record LayerCost(int index, String operator, String name, long macs, long instructions, double perMac) {}
