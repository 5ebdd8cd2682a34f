package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.List;

/** Findings while they are collected. */
final class FindingList {
    private final List<Finding> findings = new ArrayList<>();
    private int errors;

    void error(String code, String place, String message, String remedy) {
        findings.add(Finding.error(code, place, message, remedy));
        errors++;
    }

    void warning(String code, String place, String message, String remedy) {
        findings.add(new Finding(Finding.Severity.WARNING, code, place, message, remedy));
    }

    int errors() {
        return errors;
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
