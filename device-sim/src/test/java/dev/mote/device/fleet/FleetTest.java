package dev.mote.device.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.Faults;
import dev.mote.device.sweep.SignModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final int DEVICES = 400;
    private static final Persons PERSONS =
            new RecordedPersons(List.of(SignModel.person("ann", 3000, 0), SignModel.person("ben", 4000, 40)));

    @Test
    void threadsDoNotMatterAndADeviceRunsAloneAsInTheFleet() {
        List<Device> devices = fleet(1, 0.5).run(() -> {});
        AtomicInteger done = new AtomicInteger();
        assertEquals(devices, fleet(5, 0.5).run(done::incrementAndGet));
        assertEquals(DEVICES, done.get());
        assertEquals(devices.get(123), fleet(1, 0.5).run(123));
    }

    @Test
    void everyDeviceHasItsOwnSensorPersonAndFaults() {
        Fleet fleet = fleet(4, 0.5);
        List<Device> devices = fleet.run(() -> {});
        assertEquals(
                DEVICES,
                IntStream.range(0, DEVICES).mapToObj(fleet::unit).distinct().count());
        assertEquals(0.5, share(devices, device -> device.person().equals("ann")), 0.1);
        assertEquals(
                Math.exp(-0.5), share(devices, device -> device.faults().list().isEmpty()), 0.08);
        assertTrue(devices.stream().allMatch(device -> device.samples() > 0 && device.samples() <= 2 * 1030));
        assertTrue(devices.stream()
                .allMatch(device -> fleet.faults(device.number())
                        .texts()
                        .containsAll(device.faults().texts())));
    }

    @Test
    void theSummaryBlamesTheFaultsThatDoHarm() {
        Fleet fleet = fleet(4, 1);
        List<Device> devices = fleet.run(() -> {});
        FleetSummary summary = FleetSummary.of(devices, fleet::unit);
        assertEquals(DEVICES, summary.devices());
        assertEquals(
                devices.stream().mapToLong(Device::right).sum()
                        / (double) devices.stream().mapToLong(Device::judged).sum(),
                summary.accuracy());
        assertEquals(summary.worst().getFirst().accuracy(), summary.quantiles().getFirst());
        for (int i = 1; i < summary.quantiles().size(); i++) {
            assertTrue(summary.quantiles().get(i) >= summary.quantiles().get(i - 1));
        }
        List<FaultKind> worst = summary.kinds().stream()
                .limit(4)
                .map(FleetSummary.KindRow::kind)
                .toList();
        assertTrue(worst.contains(FaultKind.FLIP) || worst.contains(FaultKind.SWAP), worst.toString());
        assertTrue(summary.kinds().getFirst().change() < -0.2, "harm that nobody overlooks");
        assertTrue(summary.healthyAccuracy() > 0.8);
        assertEquals(6, summary.properties().size());
    }

    @Test
    void withoutRandomFaultsThereIsNobodyToBlame() {
        Fleet fleet = fleet(4, 0);
        FleetSummary summary = FleetSummary.of(fleet.run(() -> {}), fleet::unit);
        assertEquals(DEVICES, summary.healthy());
        assertEquals(List.of(), summary.kinds());
    }

    private static double share(List<Device> devices, java.util.function.Predicate<Device> has) {
        return devices.stream().filter(has).count() / (double) devices.size();
    }

    private static Fleet fleet(int threads, double faults) {
        return new Fleet(
                SignModel.simulation(), PERSONS, new FleetOptions(DEVICES, 20, faults, Faults.NONE, 7, threads));
    }
}
