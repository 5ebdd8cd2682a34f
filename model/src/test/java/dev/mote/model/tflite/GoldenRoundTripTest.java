package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.golden.GoldenData;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Operator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoldenRoundTripTest {
    @Test
    void keepsEveryModel() {
        for (Path file : GoldenData.models("golden")) {
            requireSame(file, TfliteFile.read(file));
        }
    }

    @Test
    void keepsEveryOperatorThatIsSupported() {
        int kept = 0;
        for (Path file : GoldenData.models("golden-operators")) {
            Graph graph = TfliteFile.open(file).graph();
            if (graph.nodes().stream().noneMatch(node -> node.operator() instanceof Operator.Unsupported)) {
                requireSame(file, graph);
                kept++;
            }
        }
        assertTrue(kept > 400, "only " + kept + " files");
    }

    private static void requireSame(Path file, Graph graph) {
        byte[] written = TfliteWriter.write(graph);
        assertEquals(graph, TfliteReader.read(file.toString(), written).graph(), file.toString());
    }
}
