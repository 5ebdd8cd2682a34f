package dev.mote.model.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cases that the reference runs and Mote does not yet, one name a line in {@code /vectors/file}. A case that is refused and not
 * listed fails, and so does one that runs and is listed. {@code -Dgolden.update=model/src/test/resources/vectors} (any folder)
 * writes the list anew.
 */
public final class Exceptions {
    private final String file;
    private final Set<String> names;

    private Exceptions(String file, Set<String> names) {
        this.file = file;
        this.names = names;
    }

    public static Exceptions of(String file) {
        return new Exceptions(file, Set.copyOf(VectorArchive.lines(file)));
    }

    /** @param refusal why Mote does not run the case */
    public void check(VectorCase vectors, Optional<String> refusal) {
        boolean listed = names.contains(vectors.name());
        if (refusal.isPresent() && !listed) {
            fail("the reference runs it, Mote refuses: " + refusal.get());
        }
        if (refusal.isEmpty() && listed) {
            fail("it runs now: take it off vectors/" + file);
        }
    }

    /** Every listed name is one of a case. */
    public void requireKnown() {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(VectorCase.all().map(VectorCase::name).collect(Collectors.toSet()));
        assertEquals(Set.of(), unknown);
    }

    /** Writes the list if it is wanted.
     *  @param refused by Mote */
    public void update(Stream<VectorCase> refused) throws IOException {
        String folder = System.getProperty("golden.update");
        if (folder != null) {
            Files.writeString(
                    Path.of(folder).resolve(file),
                    refused.filter(vectors -> vectors.refusal().isEmpty())
                            .map(vectors -> vectors.name() + "\n")
                            .sorted()
                            .collect(Collectors.joining()));
        }
    }
}
