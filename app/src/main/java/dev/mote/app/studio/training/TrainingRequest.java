package dev.mote.app.studio.training;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a page asks for.
 *
 * @param recipe its text, YAML
 * @param data name of a data set, or id of an uploaded recording, in place of the recipe's
 * @param example id of the example that the recipe began as: its own data may be used
 * @param quantize whether an int8 model and a report follow; yes if not said
 * @param seed in place of the recipe's
 */
public record TrainingRequest(
        String recipe, Optional<String> data, Optional<String> example, Optional<Boolean> quantize, OptionalLong seed) {
    public TrainingRequest {
        data = data == null ? Optional.empty() : data.filter(name -> !name.isBlank());
        example = example == null ? Optional.empty() : example.filter(id -> !id.isBlank());
        quantize = quantize == null ? Optional.empty() : quantize;
        seed = seed == null ? OptionalLong.empty() : seed;
    }
}
