package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.app.plot.Plots;
import dev.mote.dataset.metrics.Classification;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotsTest {
    private static final List<String> CHARTS =
            List.of("accuracy", "activations", "confusion", "learning-rate", "loss", "roc", "roc-corner", "weights");

    /** Height of a text in units of the picture. */
    private static final Pattern LABEL = Pattern.compile("translate\\([0-9.]+ ([0-9.]+)\\)");

    @TempDir
    Path folder;

    @Test
    void drawsEveryPictureAndTheSameAgain() throws IOException {
        write("first", SampleReports.digits().evaluated().subList(0, 1));
        write("second", List.of());
        for (String chart : CHARTS) {
            BufferedImage image =
                    ImageIO.read(folder.resolve("first/" + chart + ".png").toFile());
            assertTrue(image.getWidth() >= 1000 && image.getHeight() >= 600, chart);
            assertTrue(colours(image) > 10, chart + " is empty");
            String svg = Files.readString(folder.resolve("first/" + chart + ".svg"));
            assertTrue(svg.contains("<svg") && !svg.contains("NaN"), chart);
        }
        try (Stream<Path> files = Files.list(folder.resolve("first"))) {
            assertEquals(2 * CHARTS.size(), files.count());
        }
        for (String name : List.of("accuracy.png", "accuracy.svg", "loss.svg")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(name)),
                    Files.readAllBytes(folder.resolve("second").resolve(name)),
                    name);
        }
    }

    /** One curve of a hundred epochs has ticks at other places than two curves have. */
    @ParameterizedTest
    @ValueSource(ints = {2, 13, 60, 100, 300})
    void numbersTheEpochs(int count) throws IOException {
        List<Epoch> epochs = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Epoch(i, new Epoch.Metrics(1.0 / i, 0.5), Optional.empty(), 0.05))
                .toList();
        write("curves", "digits", epochs, List.of());
        long labels = LABEL.matcher(Files.readString(folder.resolve("curves/loss.svg")))
                .results()
                .mapToDouble(label -> Double.parseDouble(label.group(1)))
                .filter(y -> y > 510 && y < 525)
                .count();
        assertTrue(labels >= 2 && labels <= 20, labels + " labels");
    }

    @Test
    void aLongTitleEndsWithinTheConfusionMatrix() throws IOException {
        Classification two =
                SampleReports.classification(List.of("a", "b"), new int[] {0, 1}, new int[] {0, 1}, new Random(1));
        write("long", "m".repeat(31), List.of(), List.of(new Evaluated("float", two, List.of())));
        BufferedImage image = ImageIO.read(folder.resolve("long/confusion.png").toFile());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = image.getWidth() - 20; x < image.getWidth(); x++) {
                assertEquals(0xffffff, image.getRGB(x, y) & 0xffffff, "pixel " + x + ", " + y);
            }
        }
    }

    private void write(String name, List<Evaluated> models) {
        write(name, "digits", SampleReports.digits().epochs(), models);
    }

    private void write(String name, String title, List<Epoch> epochs, List<Evaluated> models) {
        List<String> warnings = new ArrayList<>();
        Plots.write(
                folder.resolve(name),
                title,
                epochs,
                models,
                List.of(),
                models.stream().map(Evaluated::layerSet).toList(),
                warnings::add);
        assumeTrue(warnings.isEmpty(), () -> "skipped: " + warnings);
    }

    private static long colours(BufferedImage image) {
        return Stream.iterate(0, x -> x < image.getWidth(), x -> x + 7)
                .flatMap(x -> Stream.iterate(0, y -> y < image.getHeight(), y -> y + 1)
                        .map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
    }
}
