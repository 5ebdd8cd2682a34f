package dev.mote.trainer.recipe;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Changes that training samples undergo each time they are used, so that the network does not learn what does not matter.
 *
 * @param amounts of each kind, above 0; a kind that is left out does nothing
 */
public record Augmentation(Map<Kind, Double> amounts) {
    /** Nobody means more: an image of this width has nothing left in it. */
    private static final double MAX_PIXELS = 1024;

    /** What can be augmented. */
    private enum Samples {
        IMAGES,
        SIGNALS,
        BOTH
    }

    /** A way to change a sample; docs/recipes.md has the units. */
    public enum Kind {
        ROTATE(Samples.BOTH, 180),
        SHIFT(Samples.BOTH, MAX_PIXELS),
        ZOOM(Samples.IMAGES, 1),
        ELASTIC(Samples.IMAGES, MAX_PIXELS),
        FLIP(Samples.IMAGES, 1),
        ERASE(Samples.IMAGES, 1),
        BRIGHTNESS(Samples.IMAGES, 1),
        CONTRAST(Samples.IMAGES, 1),
        NOISE(Samples.IMAGES, 1),
        JITTER(Samples.SIGNALS, 10),
        SCALE(Samples.SIGNALS, 1),
        TIME_WARP(Samples.SIGNALS, 1),
        CHANNEL_DROPOUT(Samples.SIGNALS, 1),
        MIXUP(Samples.BOTH, 10);

        private final Samples samples;
        private final double max;

        Kind(Samples samples, double max) {
            this.samples = samples;
            this.max = max;
        }

        /** As in a recipe. */
        public String keyword() {
            return Named.keyword(this);
        }
    }

    public static final Augmentation NONE = new Augmentation(Map.of());

    public Augmentation {
        Map<Kind, Double> used = new EnumMap<>(Kind.class);
        amounts.forEach((kind, amount) -> {
            Check.within(kind.keyword(), amount, 0, kind.max);
            if (amount > 0) {
                used.put(kind, amount);
            }
        });
        amounts = Collections.unmodifiableMap(used);
    }

    /** Of images; 0: not at all. */
    public Augmentation(double rotateDegrees, double shiftPixels, double zoomShare, double elasticPixels) {
        this(Map.of(
                Kind.ROTATE,
                rotateDegrees,
                Kind.SHIFT,
                shiftPixels,
                Kind.ZOOM,
                zoomShare,
                Kind.ELASTIC,
                elasticPixels));
    }

    static Augmentation read(Section top) {
        if (top.child("augmentation").isEmpty()) {
            return NONE;
        }
        List<String> keys = Arrays.stream(Kind.values()).map(Kind::keyword).toList();
        Section section = top.inner("augmentation", top.required("augmentation"), keys);
        Map<Kind, Double> amounts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            amounts.put(kind, section.number(kind.keyword(), 0));
        }
        return section.checked(() -> new Augmentation(amounts));
    }

    /** 0: not at all. */
    public double amount(Kind kind) {
        return amounts.getOrDefault(kind, 0.0);
    }

    public boolean uses(Kind kind) {
        return amounts.containsKey(kind);
    }

    /** Kinds that are asked for but mean nothing for such samples. */
    public List<Kind> notFor(boolean images) {
        Samples other = images ? Samples.SIGNALS : Samples.IMAGES;
        return amounts.keySet().stream().filter(kind -> kind.samples == other).toList();
    }

    /** As a recipe says it. The first four kinds are older than the others, and always written. */
    String text() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.ordinal() <= Kind.ELASTIC.ordinal() || uses(kind))
                .map(kind -> kind.keyword() + ": " + Check.number(amount(kind)))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
