package dev.mote.app.figures;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What TensorFlow Lite Micro with CMSIS-NN takes for a model.
 *
 * @param m4Instructions of one inference on Cortex-M4, -O2
 * @param m55Instructions likewise on Cortex-M55
 * @param codeBytes flash besides the model on Cortex-M4, -Os
 * @param ramBytes likewise, arena and stack included
 */
record PeerFigures(long m4Instructions, long m55Instructions, long codeBytes, long ramBytes) {
    private static final String FILE = "peers.csv";

    /** By model. */
    static Map<String, PeerFigures> all() {
        Map<String, PeerFigures> peers = new LinkedHashMap<>();
        PageText.resource(FILE)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("model,"))
                .map(line -> line.split(","))
                .forEach(line -> peers.put(
                        line[0],
                        new PeerFigures(
                                Long.parseLong(line[1]),
                                Long.parseLong(line[2]),
                                Long.parseLong(line[3]),
                                Long.parseLong(line[4]))));
        return peers;
    }
}
