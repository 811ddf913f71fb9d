package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lists of algorithm names that a configuration may change: what each may name, and what it is where nobody says.
 * Sources: {@code ssh -Q} and {@code ssh -G} of OpenSSH 9.2 and 10.0, and the release notes between them.
 */
enum Algorithms implements ArgumentSyntax {
    CIPHERS("Bad SSH2 cipher spec") {
        @Override
        List<String> all(OpenSsh ssh) {
            return names("3des-cbc,aes128-cbc,aes192-cbc,aes256-cbc,aes128-ctr,aes192-ctr,aes256-ctr,"
                    + "aes128-gcm@openssh.com,aes256-gcm@openssh.com,chacha20-poly1305@openssh.com");
        }

        /** Release notes of 10.0: AES-GCM comes before AES-CTR. */
        @Override
        List<String> defaults(OpenSsh ssh) {
            String counter = "aes128-ctr,aes192-ctr,aes256-ctr";
            String galois = "aes128-gcm@openssh.com,aes256-gcm@openssh.com";
            return names("chacha20-poly1305@openssh.com,"
                    + (ssh.isAtLeast(10, 0) ? galois + "," + counter : counter + "," + galois));
        }

        @Override
        boolean allows(String name, OpenSsh ssh) {
            return all(ssh).contains(name) || name.equals("rijndael-cbc@lysator.liu.se");
        }
    },

    MACS("Bad SSH2 MAC spec") {
        @Override
        List<String> all(OpenSsh ssh) {
            return names("hmac-sha1,hmac-sha1-96,hmac-sha2-256,hmac-sha2-512,hmac-md5,hmac-md5-96,umac-64@openssh.com,"
                    + "umac-128@openssh.com,hmac-sha1-etm@openssh.com,hmac-sha1-96-etm@openssh.com,"
                    + "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-md5-etm@openssh.com,"
                    + "hmac-md5-96-etm@openssh.com,umac-64-etm@openssh.com,umac-128-etm@openssh.com");
        }

        @Override
        List<String> defaults(OpenSsh ssh) {
            return names("umac-64-etm@openssh.com,umac-128-etm@openssh.com,hmac-sha2-256-etm@openssh.com,"
                    + "hmac-sha2-512-etm@openssh.com,hmac-sha1-etm@openssh.com,umac-64@openssh.com,"
                    + "umac-128@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1");
        }
    },

    KEY_EXCHANGES("Bad SSH2 KexAlgorithms") {
        @Override
        List<String> all(OpenSsh ssh) {
            return names("diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,diffie-hellman-group14-sha256,"
                    + "diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group-exchange-sha1,"
                    + "diffie-hellman-group-exchange-sha256,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,"
                    + "curve25519-sha256,curve25519-sha256@libssh.org,"
                    + (namesStreamlined(ssh) ? "sntrup761x25519-sha512," : "")
                    + "sntrup761x25519-sha512@openssh.com"
                    + (ssh.isAtLeast(9, 9) ? ",mlkem768x25519-sha256" : ""));
        }

        @Override
        List<String> defaults(OpenSsh ssh) {
            String hybrid =
                    (namesStreamlined(ssh) ? "sntrup761x25519-sha512," : "") + "sntrup761x25519-sha512@openssh.com";
            String first = ssh.isAtLeast(10, 0)
                    ? "mlkem768x25519-sha256," + hybrid
                    : hybrid + (ssh.isAtLeast(9, 9) ? ",mlkem768x25519-sha256" : "");
            return names(first + ",curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,"
                    + "ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,"
                    + "diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256");
        }

        /** The name without a domain came with 9.9; Debian has brought it to its 9.2. */
        private boolean namesStreamlined(OpenSsh ssh) {
            return ssh.isAtLeast(9, 9) || ssh.vendor() == OpenSsh.Vendor.DEBIAN;
        }
    },

    /** Of host keys and user keys; patterns are allowed. */
    KEYS("Bad key types") {
        @Override
        List<String> all(OpenSsh ssh) {
            return names("ssh-ed25519,ssh-ed25519-cert-v01@openssh.com,sk-ssh-ed25519@openssh.com,"
                    + "sk-ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256,ecdsa-sha2-nistp256-cert-v01@openssh.com,"
                    + "ecdsa-sha2-nistp384,ecdsa-sha2-nistp384-cert-v01@openssh.com,ecdsa-sha2-nistp521,"
                    + "ecdsa-sha2-nistp521-cert-v01@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,"
                    + "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com,webauthn-sk-ecdsa-sha2-nistp256@openssh.com,"
                    + (knowsDsa(ssh) ? "ssh-dss,ssh-dss-cert-v01@openssh.com," : "")
                    + "ssh-rsa,ssh-rsa-cert-v01@openssh.com,rsa-sha2-256,rsa-sha2-256-cert-v01@openssh.com,"
                    + "rsa-sha2-512,rsa-sha2-512-cert-v01@openssh.com");
        }

        @Override
        List<String> defaults(OpenSsh ssh) {
            return names("ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256-cert-v01@openssh.com,"
                    + "ecdsa-sha2-nistp384-cert-v01@openssh.com,ecdsa-sha2-nistp521-cert-v01@openssh.com,"
                    + "sk-ssh-ed25519-cert-v01@openssh.com,sk-ecdsa-sha2-nistp256-cert-v01@openssh.com,"
                    + "rsa-sha2-512-cert-v01@openssh.com,rsa-sha2-256-cert-v01@openssh.com,ssh-ed25519,"
                    + "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,sk-ssh-ed25519@openssh.com,"
                    + "sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256");
        }

        @Override
        boolean allows(String name, OpenSsh ssh) {
            return matchesSome(name, all(ssh));
        }
    },

    /** With which authorities may sign certificates. */
    CA_SIGNATURES("Bad key types") {
        @Override
        List<String> all(OpenSsh ssh) {
            return KEYS.all(ssh).stream().filter(name -> !isCertificate(name)).toList();
        }

        @Override
        List<String> defaults(OpenSsh ssh) {
            return names("ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,"
                    + "sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256");
        }

        /** 9.4 and later refuse the names of certificates, but not patterns that match some. */
        @Override
        boolean allows(String name, OpenSsh ssh) {
            boolean certificate = ssh.isAtLeast(9, 4) && isCertificate(name);
            return matchesSome(name, KEYS.all(ssh))
                    && !(certificate && KEYS.all(ssh).contains(name));
        }
    };

    private final String complaint;

    Algorithms(String complaint) {
        this.complaint = complaint;
    }

    /** Every name that this version knows, in the order in which patterns find them. */
    abstract List<String> all(OpenSsh ssh);

    abstract List<String> defaults(OpenSsh ssh);

    boolean allows(String name, OpenSsh ssh) {
        return all(ssh).contains(name);
    }

    /** Names up to the first empty one count; what a {@code -} takes away is not looked at. */
    @Override
    public Optional<String> fault(ConfigLine line, Facts facts) {
        return ArgumentSyntax.one(line, argument -> {
            char sign = argument.charAt(0);
            String names = sign == '+' || sign == '^' ? argument.substring(1) : argument;
            boolean good = sign == '-' || (!names.isEmpty() && areAllowed(names, facts.ssh()));
            return ArgumentSyntax.unless(good, complaint + " '" + argument + "'.");
        });
    }

    private boolean areAllowed(String names, OpenSsh ssh) {
        return Arrays.stream(names.split(",", -1))
                .takeWhile(name -> !name.isEmpty())
                .allMatch(name -> allows(name, ssh));
    }

    /**
     * What a configured list comes to: ssh_config(5), Ciphers. {@code +} appends to the defaults, {@code -} removes from
     * them, {@code ^} puts in front of them; patterns stand for all names that they match.
     */
    Parsed<List<String>> assemble(String configured, OpenSsh ssh) {
        return new NameList(all(ssh), defaults(ssh)).assemble(configured);
    }

    private static List<String> names(String list) {
        return List.of(list.split(","));
    }

    private static boolean matchesSome(String pattern, List<String> names) {
        return names.stream().anyMatch(name -> Pattern.inList(name, pattern) != Pattern.Verdict.NO_MATCH);
    }

    private static boolean isCertificate(String name) {
        return name.endsWith("-cert-v01@openssh.com");
    }

    /** Release notes of 10.0: DSA is gone. */
    private static boolean knowsDsa(OpenSsh ssh) {
        return !ssh.isAtLeast(10, 0);
    }
}
