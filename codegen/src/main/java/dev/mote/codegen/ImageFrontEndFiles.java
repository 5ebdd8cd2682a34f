package dev.mote.codegen;

import dev.mote.model.BadInputException;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.ImageInput;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From a camera's picture to the input of an int8 model. */
final class ImageFrontEndFiles implements FrontEndPart {
    private static final int PARAMETER_BYTES = 40 + 12;

    private final String name;
    private final String macro;
    private final ImageFrontEnd frontEnd;
    private final ImageInput input;
    /** [period][256] */
    private final List<int[]> tables;

    private ImageFrontEndFiles(String name, Graph graph, ImageFrontEnd frontEnd, Quantization.PerTensor quantization) {
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.frontEnd = frontEnd;
        this.input = new ImageInput(frontEnd, graph.card().preparation(), quantization);
        List<int[]> all = input.steps().stream()
                .map(step -> step.affine(quantization))
                .map(affine -> IntStream.range(0, 256).map(affine::apply).toArray())
                .toList();
        boolean alike = all.stream().allMatch(table -> Arrays.equals(table, all.getFirst()));
        this.tables = alike ? List.of(all.getFirst()) : all;
    }

    /**
     * None for a model without a front end of pictures, or one whose input is not int8.
     *
     * @throws BadInputException if the front end in the model file is for another model
     */
    static Optional<FrontEndPart> of(String name, Graph graph) {
        return graph.card().frontEnd().flatMap(ImageFrontEndFiles::images).flatMap(images -> {
            Tensor tensor = graph.tensor(graph.inputs().getFirst());
            if (tensor.type() != TensorType.INT8
                    || !(tensor.quantization() instanceof Quantization.PerTensor quantization)) {
                return Optional.empty();
            }
            if (graph.inputs().size() != 1 || tensor.shape().elements() != images.outputLength()) {
                throw new BadInputException(graph.name() + ": the front end in the model file gives "
                        + images.outputLength() + " values, but the model takes " + tensor.shape()
                        + "; train the model again with: mote train");
            }
            try {
                return Optional.of(new ImageFrontEndFiles(name, graph, images, quantization));
            } catch (IllegalArgumentException e) {
                throw new BadInputException(
                        graph.name() + ": the front end in the model file cannot be computed in integers: "
                                + e.getMessage() + "; train and quantize the model again",
                        e);
            }
        });
    }

    private static Optional<ImageFrontEnd> images(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case SignalFrontEnd _ -> Optional.empty();
            case ImageFrontEnd images -> Optional.of(images);
        };
    }

    @Override
    public int arenaBytes() {
        return 0;
    }

    @Override
    public Set<Kernel> kernels() {
        return EnumSet.of(Kernel.FRONT_END_IMAGE, Kernel.FRONT_END_PIXELS, Kernel.DRAW_UINT8);
    }

    @Override
    public int callCount() {
        return 2;
    }

    @Override
    public long constantBytes() {
        return 256L * tables.size();
    }

    @Override
    public long parameterBytes() {
        return PARAMETER_BYTES;
    }

    @Override
    public SortedMap<String, String> files(Stamp stamp) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(name + "_front_end.h", stamp.brief("front end, what to call") + header());
        files.put(name + "_front_end.c", stamp.brief("front end, from a camera's picture to the input") + source());
        return files;
    }

    private String header() {
        return """
                #ifndef %2$s_FRONT_END_H
                #define %2$s_FRONT_END_H

                #include "%1$s.h"

                /* A picture of the camera: bytes of 0 to 255, row by row%3$s. */
                #define %2$s_FRAME_HEIGHT %4$d
                #define %2$s_FRAME_WIDTH %5$d
                #define %2$s_FRAME_LEN %6$d

                #ifdef __cplusplus
                extern "C" {
                #endif

                /* From a picture to the input of the model, which is %1$s_input(arena) or lies elsewhere.
                 * 0, or a negative MOTE_E... */
                int32_t %1$s_front_end(const uint8_t *frame, int8_t *input);

                /* Checks this build on this device against pictures of the Mote simulator: 0, or 1 + index of the
                 * first wrong one, or a negative MOTE_E... It draws them into frame. */
                int32_t %1$s_front_end_self_test(void *arena, uint8_t *frame);

                #ifdef __cplusplus
                }
                #endif

                #endif
                """.formatted(
                        name,
                        macro,
                        frontEnd.channels() == 3 ? ", each pixel red, green, blue" : "",
                        frontEnd.height(),
                        frontEnd.width(),
                        frontEnd.frameLength());
    }

    private String source() {
        ImageFrontEnd.Crop crop = frontEnd.crop();
        return """
                #include "%1$s_front_end.h"

                #include <stddef.h>

                #include "mote_draw.h"
                #include "mote_front_end.h"

                #if MOTE_RUNTIME_API != %2$d
                #error "%1$s_front_end.c needs Mote runtime API %2$d: \\
                take the mote_*.[ch] files that were written with it, or write both again with mote codegen"
                #endif

                /* Elements of the input for pixels of 0 to 255. */
                static MOTE_CONST int8_t %1$s_fe_elements[%3$d] = {
                %4$s};

                static MOTE_CONST mote_fe_image_params %1$s_fe_image = {
                    .height = %5$d, .width = %6$d, .channels = %7$d,
                    .top = %8$d, .left = %9$d, .rows = %10$d, .columns = %11$d,
                    .out_h = %12$d, .out_w = %13$d,
                    .grey = %14$d, .invert = %15$d, .stretch = %16$d, .box = %17$d,
                };

                static MOTE_CONST mote_fe_pixels_params %1$s_fe_pixels = {
                    .count = %18$d, .period = %19$d, .elements = %1$s_fe_elements,
                };

                int32_t %1$s_front_end(const uint8_t *frame, int8_t *input) {
                    if (frame == NULL || input == NULL) {
                        return MOTE_ENULL;
                    }
                    uint8_t *const pixels = (uint8_t *)input;
                    mote_fe_image(&%1$s_fe_image, frame, pixels);
                    mote_fe_pixels(&%1$s_fe_pixels, pixels, input);
                    return MOTE_OK;
                }
                """.formatted(
                        name,
                        Codegen.RUNTIME_API,
                        constantBytes(),
                        tables.stream()
                                .map(table -> CText.indent("    ", String.join("\n", CText.wrapped(Numbers.of(table)))))
                                .collect(Collectors.joining()),
                        frontEnd.height(),
                        frontEnd.width(),
                        frontEnd.channels(),
                        crop.top(),
                        crop.left(),
                        crop.height(),
                        crop.width(),
                        frontEnd.outputHeight(),
                        frontEnd.outputWidth(),
                        frontEnd.grey() ? 1 : 0,
                        frontEnd.invert() ? 1 : 0,
                        frontEnd.stretch() ? 1 : 0,
                        frontEnd.box(),
                        frontEnd.outputLength(),
                        tables.size())
                + FrontEndTest.ofPixels(frontEnd.frameLength(), input::bytes).function(name, macro, FrontEndTest.FRAME);
    }
}
