package dev.mote.quantizer;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * In which encoding each activation is kept, and in which each node reads and writes it. Where two differ, a QUANTIZE or DEQUANTIZE node
 * goes between.
 *
 * @param stored by tensor index
 * @param nodes one for each node of the graph
 * @param inputs of graph inputs: what the caller gives
 * @param outputs of graph outputs: what the caller gets
 */
record Layout(
        SortedMap<Integer, Encoding> stored,
        List<NodeLayout> nodes,
        Map<Integer, Encoding> inputs,
        Map<Integer, Encoding> outputs) {

    /**
     * @param reads by tensor index, of activations
     * @param writes by tensor index
     * @param isWide whether the node computes with int16
     */
    record NodeLayout(Map<Integer, Encoding> reads, Map<Integer, Encoding> writes, boolean isWide) {
        boolean isFloat() {
            return writes.values().stream().allMatch(Encoding.FLOAT::equals);
        }

        private NodeLayout inFloat() {
            return new NodeLayout(allFloat(reads), allFloat(writes), false);
        }
    }

    /** Everything in float, but that {@code tensor} is rounded to its encoding on the way to its readers. */
    Layout rounding(int tensor) {
        SortedMap<Integer, Encoding> one = new TreeMap<>(allFloat(stored));
        one.put(tensor, stored.get(tensor));
        List<NodeLayout> floats = nodes.stream().map(NodeLayout::inFloat).toList();
        return new Layout(one, floats, allFloat(inputs), allFloat(outputs));
    }

    private static Map<Integer, Encoding> allFloat(Map<Integer, Encoding> encodings) {
        return encodings.keySet().stream().collect(Collectors.toMap(tensor -> tensor, tensor -> Encoding.FLOAT));
    }
}
