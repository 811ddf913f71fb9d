package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateGroupTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "private,1000,1000,true",
        "private,1000,0,false",
        "listed,1000,1000,true",
        "primary of two,1000,1000,false",
        "listed with another,1000,1000,false",
        "empty,1000,1000,false",
        "unknown,1000,1000,false",
        "private,1000,4711,false",
    })
    void aGroupIsPrivateWhoseOnlyMemberIsTheUser(String group, String user, String owner, boolean alone)
            throws IOException {
        Path passwd = directory.resolve("passwd");
        Files.writeString(passwd, """
                root:x:0:0::/root:/bin/sh
                me:x:1000:1000::/home/me:/bin/sh
                a:x:1001:1002::/:/bin/sh
                b:x:1002:1002::/:/bin/sh
                broken
                """);
        Files.writeString(directory.resolve("group"), """
                me:x:1000:me
                shared:x:1002:
                mine:x:1003:me
                ours:x:1004:me,a
                nobody:x:1005:
                broken
                """);
        String id = switch (group) {
            case "private" -> "1000";
            case "primary of two" -> "1002";
            case "listed" -> "1003";
            case "listed with another" -> "1004";
            case "empty" -> "1005";
            default -> "4711";
        };

        SystemTables tables = new SystemTables(passwd, directory.resolve("services"));

        assertThat(tables.isAloneIn(id, user, owner)).isEqualTo(alone);
    }
}
