package dev.mote.quantizer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.tflite.TfliteFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** Published models and inputs in the folder of the environment variable MOTE_DATA. */
final class RealData {
    private RealData() {}

    record Labelled(float[] values, int label) {}

    static Path file(String path) {
        String root = System.getenv().getOrDefault("MOTE_DATA", "");
        assumeTrue(!root.isBlank(), "MOTE_DATA is not set: skipped");
        Path file = Path.of(root).resolve(path);
        assumeTrue(Files.exists(file), file + " is missing: skipped");
        return file;
    }

    /** A published float model. Some have int8 weights with float arithmetic: those are turned into the floats that they stand for. */
    static FloatModel model(String name) {
        Graph graph = TfliteFile.open(file("tflite-mlperf-tiny/models/" + name)).graph();
        List<Tensor> tensors =
                graph.tensors().stream().map(RealData::floatTensor).toList();
        return new FloatModel(
                new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata()));
    }

    private static Tensor floatTensor(Tensor tensor) {
        if (tensor.type() != TensorType.INT8) {
            return tensor;
        }
        float[] values = ((PerTensor) tensor.quantization())
                .dequantize(tensor.data().orElseThrow().bytes());
        return Tensor.constant(
                tensor.name(), TensorType.FLOAT32, tensor.shape(), Quantization.NONE, TensorData.ofFloats(values));
    }

    /** 1,000 inputs of keyword spotting: int8 with scale 0.58470 and zero point 83. */
    static List<Labelled> keywords() throws IOException {
        PerTensor published = new PerTensor(0.58470f, 83);
        List<Labelled> samples = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file("tflite-mlperf-tiny/eval/kws01.zip").toFile())) {
            String lines = new String(content(zip, "kws01/y_labels.csv"), StandardCharsets.US_ASCII);
            for (String line : lines.lines().toList()) {
                String[] cells = line.split(",");
                byte[] values = content(zip, "kws01/" + cells[0].strip());
                samples.add(new Labelled(published.dequantize(values), Integer.parseInt(cells[2].strip())));
            }
        }
        return samples;
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream stream = zip.getInputStream(zip.getEntry(name))) {
            return stream.readAllBytes();
        }
    }

    /** The first {@code perClass} images of each class, as 32 x 32 x 3 values of 0 to 255. */
    static List<Labelled> cifar10(int perClass) throws IOException {
        List<Labelled> samples = new ArrayList<>();
        try (ZipFile zip =
                new ZipFile(file("cifar10-test-jpeg/cifar10-test-jpeg-2000.zip").toFile())) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.endsWith(".jpg"))
                    .sorted()
                    .toList();
            List<String> classes =
                    names.stream().map(RealData::folder).distinct().sorted().toList();
            for (String label : classes) {
                for (String name : names.stream()
                        .filter(n -> folder(n).equals(label))
                        .limit(perClass)
                        .toList()) {
                    try (InputStream stream = zip.getInputStream(zip.getEntry(name))) {
                        samples.add(new Labelled(colours(ImageIO.read(stream)), classes.indexOf(label)));
                    }
                }
            }
        }
        return samples;
    }

    private static String folder(String name) {
        return Path.of(name).getParent().getFileName().toString();
    }

    private static float[] colours(BufferedImage image) {
        float[] values = new float[image.getHeight() * image.getWidth() * 3];
        int i = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                values[i++] = colour >> 16 & 255;
                values[i++] = colour >> 8 & 255;
                values[i++] = colour & 255;
            }
        }
        return values;
    }
}
