package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.ImageInput;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawn front ends of pictures: the generated C, under sanitizers, gives the bytes of Java. The seed of one is its position. */
class ImageFrontEndFirmwareTest {
    private static final int FRAMES = 4;

    /** Each front end reads its frames and writes what they become; 1 if a self test fails. */
    private static final String MAIN = """
            #include <stdio.h>
            #include <stdlib.h>

            %1$s
            typedef struct {
                int32_t (*front_end)(const uint8_t *, int8_t *);
                int32_t (*self_test)(void *, uint8_t *);
                size_t arena, frame, bytes;
            } front_end;

            static const front_end all[] = {
            %2$s};

            int main(void) {
                int wrong = 0;
                for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
                    void *const arena = malloc(all[i].arena);
                    uint8_t *const frame = malloc(all[i].frame);
                    int8_t *const input = malloc(all[i].bytes);
                    wrong |= all[i].self_test(arena, frame) != 0;
                    for (int k = 0; k < %3$d; k++) {
                        wrong |= fread(frame, 1, all[i].frame, stdin) != all[i].frame;
                        wrong |= all[i].front_end(frame, input) != 0;
                        fwrite(input, 1, all[i].bytes, stdout);
                    }
                    free(input);
                    free(frame);
                    free(arena);
                }
                return wrong;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"gcc, 0, 20", "clang, 20, 6"})
    void givesTheBytesOfJava(String compiler, int first, int count) throws IOException {
        List<Graph> models = IntStream.range(first, first + count)
                .mapToObj(ImageFrontEndFirmwareTest::graph)
                .toList();
        SortedMap<String, String> files = new TreeMap<>();
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            Target target = new Target("im" + i, ProjectKind.PLAIN);
            files.putAll(Codegen.generate(models.get(i), new ModelSource("im.tflite", new byte[0]), target)
                    .files());
            ImageFrontEnd frontEnd =
                    (ImageFrontEnd) models.get(i).card().frontEnd().orElseThrow();
            ImageInput input = new ImageInput(frontEnd, models.get(i).card().preparation(), (Quantization.PerTensor)
                    models.get(i).tensor(0).quantization());
            for (int k = 0; k < FRAMES; k++) {
                byte[] frame = frame(frontEnd, new Random(first + i), k);
                frames.writeBytes(frame);
                expected.writeBytes(input.bytes(frame));
            }
        }
        files.put(
                "main.c",
                MAIN.formatted(
                        names(count, "#include \"im%1$d_front_end.h\"\n"),
                        names(
                                count,
                                "    {im%1$d_front_end, im%1$d_front_end_self_test, IM%1$d_ARENA_BYTES, IM%1$d_FRAME_LEN,"
                                        + " IM%1$d_INPUT_LEN},\n"),
                        FRAMES));
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler))
                .withWarningsAsErrors()
                .withSanitizers();
        assertArrayEquals(expected.toByteArray(), run(files, build, frames.toByteArray()));
    }

    private byte[] run(SortedMap<String, String> files, HostBuild build, byte[] frames) throws IOException {
        StringBuilder models = new StringBuilder();
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
            if (file.getKey().startsWith("im") && file.getKey().endsWith(".c")) {
                models.append("#include \"%s\"\n".formatted(file.getKey()));
            }
        }
        Files.writeString(folder.resolve("models.c"), models);
        List<String> sources = new ArrayList<>(files.keySet().stream()
                .filter(file -> file.endsWith(".c") && !file.startsWith("im"))
                .toList());
        sources.add("models.c");
        Path program = folder.resolve("program");
        build.compiler().compile(folder, sources, build.options(), program);
        Path in = Files.write(folder.resolve("in"), frames);
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        HostProcess.Result result =
                new HostProcess(List.of(program.toString()), folder, build.limit()).run(in, out, errors);
        assertEquals(0, result.exitCode(), Files.readString(errors));
        return Files.readAllBytes(out);
    }

    private static String names(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }

    /** Noise, a bright bar on dark, a flat picture, noise of both ends. */
    private static byte[] frame(ImageFrontEnd frontEnd, Random random, int kind) {
        byte[] frame = new byte[frontEnd.frameLength()];
        random.nextBytes(frame);
        int bar = random.nextInt(frontEnd.width());
        for (int i = 0; i < frame.length; i++) {
            int x = i / frontEnd.channels() % frontEnd.width();
            frame[i] = switch (kind) {
                case 0 -> frame[i];
                case 1 -> (byte) (Math.abs(x - bar) < 2 ? 180 + (frame[i] & 31) : 40 + (frame[i] & 31));
                case 2 -> (byte) 90;
                default -> (byte) (frame[i] < 0 ? 255 : 0);
            };
        }
        return frame;
    }

    private static Graph graph(int seed) {
        Random random = new Random(seed);
        int height = 1 + random.nextInt(40);
        int width = 1 + random.nextInt(40);
        int channels = random.nextBoolean() ? 1 : 3;
        int top = random.nextInt(height);
        int left = random.nextInt(width);
        ImageFrontEnd.Crop crop =
                new ImageFrontEnd.Crop(top, left, 1 + random.nextInt(height - top), 1 + random.nextInt(width - left));
        int outHeight = 1 + random.nextInt(30);
        int outWidth = 1 + random.nextInt(30);
        boolean grey = channels == 3 && random.nextInt(3) > 0;
        boolean canBox = channels == 1 || grey;
        int box = canBox && random.nextBoolean() ? 1 + random.nextInt(Math.min(outHeight, outWidth)) : 0;
        ImageFrontEnd frontEnd = new ImageFrontEnd(
                height,
                width,
                channels,
                crop,
                outHeight,
                outWidth,
                grey,
                random.nextBoolean(),
                random.nextBoolean(),
                box);
        int entries = random.nextBoolean() ? 1 : frontEnd.outputChannels();
        List<Float> offset =
                random.doubles(entries).mapToObj(x -> (float) (255 * x)).toList();
        List<Float> factor =
                random.doubles(entries).mapToObj(x -> (float) (0.1 * x)).toList();
        InputPreparation preparation = new InputPreparation("grey level", List.of(), 0, List.of(), offset, factor);
        ModelCard card = new ModelCard(List.of(), preparation, new TreeMap<>()).with(frontEnd);
        return card.in(RandomFrontEnds.handOn(frontEnd.outputLength()));
    }
}
