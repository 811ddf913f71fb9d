package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.app.DashboardArguments.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DashboardArgumentsTest {

    @Test
    void noArgumentIsTheDashboardOfTheUsersHosts() {
        assertThat(DashboardArguments.parse())
                .contains(new DashboardArguments(Place.USERS_HOSTS, Optional.empty(), List.of()));
    }

    @Test
    void fileAndOptionsAreTakenApartOrAttached() {
        var expected =
                new DashboardArguments(Place.USERS_HOSTS, Optional.of("my file"), List.of("Port=77", "BatchMode yes"));

        assertThat(DashboardArguments.parse("-F", "my file", "-o", "Port=77", "-o", "BatchMode yes"))
                .contains(expected);
        assertThat(DashboardArguments.parse("-Fmy file", "-oPort=77", "-oBatchMode yes"))
                .contains(expected);
    }

    @Test
    void theLastFileCountsAsForSsh() {
        assertThat(DashboardArguments.parse("-F", "a", "-F", "b").orElseThrow().configurationFile())
                .contains("b");
    }

    @Test
    void demoStandsAlone() {
        assertThat(DashboardArguments.parse("demo").orElseThrow().place()).isEqualTo(Place.DEMO);
        assertThat(DashboardArguments.parse("demo", "x")).isEmpty();
        assertThat(DashboardArguments.parse("-F", "a", "demo")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosts", "--version", "-h", "-F", "-o", "", "-x"})
    void everythingElseIsForTheCommandLine(String argument) {
        assertThat(DashboardArguments.parse(argument)).isEmpty();
    }
}
