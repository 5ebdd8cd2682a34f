package dev.mote.model.graph;

import dev.mote.model.BadInputException;
import java.util.List;
import java.util.stream.Collectors;

/** A model that cannot be used, with every reason at once. */
public final class InvalidModelException extends BadInputException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** @param source file name, or what the model is called */
    public InvalidModelException(String source, List<Finding> findings) {
        super(findings.stream().map(finding -> source + ": " + finding).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
