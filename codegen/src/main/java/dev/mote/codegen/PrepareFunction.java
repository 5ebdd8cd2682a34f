package dev.mote.codegen;

import dev.mote.model.graph.InputPreparation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The inline C function from a physical value to an input element: {@link InputPreparation}, then the quantization. Without knees its
 * elements are the simulator's; asinhf may round otherwise than Java, which can move an element by one at an exact half.
 *
 * @param name of the function
 * @param element of the input
 * @param quantize name of the function that makes the element from a real number; empty where it is a real number
 */
record PrepareFunction(String name, CType element, String quantize) {

    String text(InputPreparation preparation) {
        int channels = preparation.offset().size();
        String index = channels == 1 ? "0" : "channel";
        boolean compressed = !preparation.knee().isEmpty();
        String value = compressed ? "compressed" : "value";
        List<String> lines = new ArrayList<>();
        lines.add("static const float offset[%d] = {%s};".formatted(channels, floats(preparation.offset())));
        lines.add("static const float factor[%d] = {%s};".formatted(channels, floats(preparation.factor())));
        if (compressed) {
            lines.add("static const float knee[%d] = {%s};".formatted(channels, floats(preparation.knee())));
            lines.add("const float compressed = knee[%1$s] > 0.0f ? %2$s_asinh(value / knee[%1$s]) : value;"
                    .formatted(index, name));
        }
        if (channels == 1) {
            lines.add("(void)channel;");
        }
        lines.add("return %s((%s - offset[%3$s]) * factor[%3$s]);".formatted(quantize, value, index));
        return (compressed ? asinh() : "")
                + CText.comment(comment(preparation))
                + "static inline %s %s(int32_t channel, float value) {\n".formatted(element.text(), name)
                + CText.indent("    ", String.join("\n", lines))
                + "}\n\n";
    }

    private String asinh() {
        return """
                /* asinhf, which the C library of AVR lacks. */
                static inline float %s_asinh(float value) {
                #ifdef __AVR__
                    const float size = value < 0.0f ? -value : value;
                    const float result = logf(size + sqrtf(size * size + 1.0f));
                    return value < 0.0f ? -result : result;
                #else
                    return asinhf(value);
                #endif
                }

                """.formatted(name);
    }

    private List<String> comment(InputPreparation preparation) {
        int channels = preparation.offset().size();
        List<String> lines = new ArrayList<>();
        lines.add("Input element for a physical value: (value - offset) * factor"
                + (quantize.isEmpty() ? "." : " as " + element.word() + "."));
        lines.add(channels == 1 ? "The channel does not matter." : "channel: [0, " + channels + ").");
        if (!preparation.knee().isEmpty()) {
            lines.add("A channel with a knee is compressed first: asinh(value / knee). Needs math.h (-lm).");
        }
        if (!preparation.unit().isEmpty()) {
            lines.add("Unit: " + CText.printable(preparation.unit()) + ".");
        }
        if (!preparation.channels().isEmpty()) {
            lines.add("Channels: "
                    + IntStream.range(0, preparation.channels().size())
                            .mapToObj(i -> i + " "
                                    + CText.printable(preparation.channels().get(i)))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (preparation.rateHertz() > 0) {
            lines.add("Samples a second: " + CText.rounded(preparation.rateHertz()) + ".");
        }
        return lines;
    }

    private static String floats(List<Float> values) {
        return values.stream().map(CText::number).collect(Collectors.joining(", "));
    }
}
