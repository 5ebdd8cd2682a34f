package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.TestRuns;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.tflite.TfliteFile;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GraphPictureTest {
    private static final String NASTY = "<script>alert(\"1\")</script> & 'x' \u0001 \uD800";

    private final Pictures pictures = new Pictures();

    @Test
    void drawsABoxForEachOperatorWithItsNumber() throws Exception {
        Document svg = parse(svg(residual("first")));
        NodeList groups = svg.getElementsByTagName("g");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("class").startsWith("box")) {
                numbers.add(group.getAttribute("data-number"));
            }
        }
        assertEquals(List.of("", "0", "1", ""), numbers);
        String first = text(svg, "box-n0");
        assertEquals(
                List.of(
                        "0 FULLY_CONNECTED",
                        "first",
                        "1x2 int8",
                        "scale 0.0625, zero −128",
                        "weights 2x2 int8",
                        "scales 2: 0.125 to 0.25",
                        "RELU"),
                first.lines().toList());
    }

    @Test
    void namesOfTheFileStayText() throws Exception {
        String text = svg(residual(NASTY));
        Document svg = parse(text);
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertTrue(text.contains("&lt;script&gt;"), text);
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertEquals(svg(residual("first")), svg(residual("first")));
    }

    @Test
    void tellsWhatComesFromFarInWords() {
        GraphPicture picture = picture(chain(20, true));
        assertEquals(1, picture.farArrows().size());
        String text = pictures.graph(picture);
        assertTrue(text.contains(">goes to 20</text>"), text);
        assertTrue(text.contains(">reads from 0</text>"), text);
    }

    @Test
    void drawsSeveralHundredOperators() throws Exception {
        Graph graph = chain(600, false);
        GraphPicture picture = picture(graph);
        assertEquals(602, picture.boxes().size());
        parse(pictures.graph(picture));
    }

    @Test
    void refusesWhatNobodyCouldRead() {
        String message = assertThrows(BadInputException.class, () -> picture(chain(3000, false)))
                .getMessage();
        assertEquals(
                "big.tflite: has 3,000 operators and 3,001 arrows, a picture shows up to 1,500 and 4,000; see the table of layers",
                message);
    }

    /** Also those that Mote cannot run, and those with states. */
    @Test
    void drawsTheModelsAtHand() throws Exception {
        for (Path file : TestRuns.models("golden", "tflite-micro", "tflite-mlperf-tiny")) {
            Graph graph = TfliteFile.open(file).graph();
            parse(svg(graph));
        }
    }

    private String svg(Graph graph) {
        return pictures.graph(picture(graph));
    }

    private static GraphPicture picture(Graph graph) {
        return GraphView.picture("big.tflite", graph, Set.of(0));
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** Lines of the box with this id. */
    private static String text(Document svg, String id) {
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("id").equals(id)) {
                List<String> lines = new ArrayList<>();
                NodeList texts = group.getElementsByTagName("text");
                for (int line = 0; line < texts.getLength(); line++) {
                    lines.add(texts.item(line).getTextContent());
                }
                return String.join("\n", lines);
            }
        }
        throw new AssertionError("no " + id);
    }

    /** y = relu(W x) + x. */
    private static Graph residual(String name) {
        return new Graph(
                "small",
                List.of(
                        tensor("x"),
                        Tensor.constant(
                                "w",
                                TensorType.INT8,
                                Shape.of(2, 2),
                                Quantization.perChannel(List.of(0.125f, 0.25f), 0),
                                TensorData.ofBytes(new byte[] {8, -8, 16, 24})),
                        Tensor.variable(name, TensorType.INT8, Shape.of(1, 2), Quantization.perTensor(0.0625f, -128)),
                        tensor("sum")),
                List.of(
                        new Node(
                                new Operator.FullyConnected(Activation.RELU, false),
                                List.of(0, 1, Node.ABSENT),
                                List.of(2)),
                        new Node(
                                new Operator.Binary(Operator.BinaryFunction.ADD, Activation.NONE),
                                List.of(2, 0),
                                List.of(3))),
                List.of(0),
                List.of(3),
                Map.of());
    }

    /** @param isClosed whether the last operator reads the output of the first too */
    private static Graph chain(int length, boolean isClosed) {
        List<Tensor> tensors = new ArrayList<>(List.of(tensor("x")));
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < length + (isClosed ? 1 : 0); i++) {
            tensors.add(tensor("t" + i));
            List<Integer> inputs = isClosed && i == length ? List.of(i, 1) : List.of(i);
            nodes.add(new Node(new Operator.AddN(), inputs, List.of(i + 1)));
        }
        return new Graph("chain", tensors, nodes, List.of(0), List.of(tensors.size() - 1), Map.of());
    }

    private static Tensor tensor(String name) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(1, 2), Quantization.perTensor(1, 0));
    }
}
