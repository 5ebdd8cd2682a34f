package dev.mote.app.report;

/** @param name relative to the folder of the report */
public record WrittenFile(String name, long bytes) {}
