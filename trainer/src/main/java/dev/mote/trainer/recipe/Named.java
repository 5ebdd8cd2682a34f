package dev.mote.trainer.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enum constants as recipes spell them: {@code MEAN_SQUARED_ERROR} is {@code mean_squared_error}. */
final class Named {
    private Named() {}

    static String keyword(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> find(E[] constants, String keyword) {
        return Arrays.stream(constants)
                .filter(constant -> keyword(constant).equals(keyword))
                .findFirst();
    }
}
