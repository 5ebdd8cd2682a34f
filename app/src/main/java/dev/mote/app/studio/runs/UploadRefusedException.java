package dev.mote.app.studio.runs;

import dev.mote.model.graph.Finding;
import java.util.List;

/** What was sent is neither a model nor a recording; nothing of it is kept. */
final class UploadRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** @param findings about a damaged model */
    UploadRefusedException(String message, List<Finding> findings) {
        super(message);
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
