package dev.mote.app.studio;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How the studio is served.
 *
 * @param address to listen on
 * @param port 0 for any free one
 * @param workspace folder of runs and models, which exists and can be written
 * @param data folder of data sets, if not the usual one
 * @param token that every visitor must know; nothing on loopback
 */
public record StudioSettings(
        InetAddress address, int port, Path workspace, Optional<Path> data, Optional<String> token) {
    public static final String LOOPBACK = "127.0.0.1";

    private static final int TOKEN_BYTES = 16;

    /** @throws BadInputException if the host is none, or nothing can be written into the workspace */
    public static StudioSettings of(String host, int port, Path workspace, Optional<Path> data) {
        InetAddress address = address(host);
        SafeFile.requireWritableFolder(workspace);
        return new StudioSettings(
                address,
                port,
                workspace.toAbsolutePath().normalize(),
                data.map(Path::toAbsolutePath),
                address.isLoopbackAddress() ? Optional.empty() : Optional.of(newToken()));
    }

    /** By which visitors reach the studio. */
    List<InetAddress> addresses() {
        if (!address.isAnyLocalAddress()) {
            return List.of(address);
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new BadInputException(
                    "--host \"" + host + "\": is no address of this machine; give one, or 0.0.0.0 for all", e);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
