package dev.mote.app.studio.digits;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import dev.mote.dataset.SyntheticDigits;
import dev.mote.model.BadInputException;
import jakarta.inject.Singleton;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures of data sets, for those who would rather not draw. */
@Singleton
public final class Examples {
    private static final long SEED = 7;
    private static final int GENERATED = 200;
    private static final int RANK = 3;

    /** Given back when memory is short. */
    private final Map<String, SoftReference<Dataset>> sets = new HashMap<>();

    private final DataDirectory directory;

    Examples(DataDirectory directory) {
        this.directory = directory;
    }

    /**
     * A test picture of the data set that a model was trained on, else a generated digit.
     *
     * @param dataset its name, which counts only if Mote knows it: it comes from the model's file
     * @param number any; as many as there are pictures come round again
     */
    Example example(Optional<String> dataset, int number) {
        Dataset set = dataset.filter(name -> Datasets.names().contains(name))
                .flatMap(this::published)
                .orElseGet(() -> cached(SyntheticDigits.NAME));
        int index = Math.floorMod(number, set.test().count());
        float[] values = set.test().values(index);
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(values[i]);
        }
        return new Example(
                set.name(),
                set.synthetic(),
                index,
                set.labels().get(set.test().label(index)),
                set.sampleShape().dimension(0),
                set.sampleShape().dimension(1),
                pixels);
    }

    /** Nothing if it is not on this machine, or of no grey pictures. */
    private Optional<Dataset> published(String name) {
        try {
            Dataset set = cached(name);
            boolean pictures =
                    set.sampleShape().rank() == RANK && set.sampleShape().dimension(-1) == 1 && !set.isRegression();
            return pictures ? Optional.of(set) : Optional.empty();
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }

    private synchronized Dataset cached(String name) {
        SoftReference<Dataset> reference = sets.get(name);
        Dataset set = reference == null ? null : reference.get();
        if (set == null) {
            set = name.equals(SyntheticDigits.NAME)
                    ? SyntheticDigits.generate(SEED, 1, GENERATED)
                    : Datasets.load(name, directory, SEED);
            set = set.withSplits(set.test(), set.test());
            sets.put(name, new SoftReference<>(set));
        }
        return set;
    }
}
