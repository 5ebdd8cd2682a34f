package dev.mote.device.fuzz;

/** What the fuzzer feeds with files. It is loaded twice: this interface by the application, its implementation with probes. */
public interface FuzzTarget {
    /**
     * What became of one file.
     *
     * @param kind codes of the findings, or what ran: two files of one kind are much alike
     * @param readBytes memory that reading and verifying allocated, whether or not it was kept
     * @param runBytes the same for running and generating
     * @param claimedBytes memory of all tensors of the graph; 0 if the file was refused
     */
    record Outcome(String kind, long readBytes, long runBytes, long claimedBytes) {}

    /** @throws RuntimeException or an Error if Mote breaks its promise */
    Outcome run(byte[] file);
}
