package vn.vanthu.acceptance.campaign;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;
import vn.vanthu.acceptance.harness.SetClock;
import vn.vanthu.acceptance.harness.Signal;

/** Something that goes wrong while mail flows; each leaves the world whole again. */
enum Fault {
    KILLED("SIGKILL at random") {
        @Override
        void strike(World world, Random random) throws Exception {
            sleep(Duration.ofMillis(500 + random.nextInt(4000)));
            world.killAndStart();
        }
    },
    KILLED_AT_STEP("SIGKILL before a step") {
        @Override
        void strike(World world, Random random) throws Exception {
            for (int i = 0; i < world.stepsARound(); i++) {
                world.killAtNextStep(Duration.ofSeconds(15));
            }
        }
    },
    DATABASE_FROZEN("MariaDB frozen for 40 s") {
        @Override
        void strike(World world, Random random) throws Exception {
            long pid = world.database().pid();
            Signal.STOP.sendTo(pid);
            // Longer than any patience of the gateway with the register.
            sleep(Duration.ofSeconds(40));
            Signal.CONT.sendTo(pid);
        }
    },
    DATABASE_SLOW("MariaDB slowed for 15 s") {
        @Override
        void strike(World world, Random random) throws Exception {
            long pid = world.database().pid();
            for (int i = 0; i < 15; i++) {
                Signal.STOP.sendTo(pid);
                sleep(Duration.ofMillis(800));
                Signal.CONT.sendTo(pid);
                sleep(Duration.ofMillis(200));
            }
        }
    },
    DATABASE_RESTARTED("MariaDB killed and started") {
        @Override
        void strike(World world, Random random) throws Exception {
            sleep(Duration.ofMillis(500 + random.nextInt(2000)));
            Signal.KILL.sendTo(world.database().pid());
            sleep(Duration.ofSeconds(3));
            world.database().startAgain();
        }
    },
    DATABASE_STOPPED("MariaDB stopped and started") {
        @Override
        void strike(World world, Random random) throws Exception {
            sleep(Duration.ofMillis(500 + random.nextInt(2000)));
            long pid = world.database().pid();
            Signal.TERM.sendTo(pid);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ProcessHandle.of(pid).isEmpty());
            sleep(Duration.ofSeconds(3));
            world.database().startAgain();
        }
    },
    DISK_FULL("the disk full for 5 s") {
        @Override
        void strike(World world, Random random) throws Exception {
            sleep(Duration.ofMillis(500 + random.nextInt(2000)));
            world.fillDisk(Duration.ofSeconds(5));
        }
    },
    ARCHIVE_AWAY("the archive away for 10 s") {
        @Override
        void strike(World world, Random random) throws Exception {
            sleep(Duration.ofMillis(500 + random.nextInt(2000)));
            world.takeArchiveAway(Duration.ofSeconds(10));
        }
    },
    OUTSIDE_TROUBLED("outside refuses, hangs, cuts DATA") {
        @Override
        void strike(World world, Random random) throws Exception {
            List<Answer> troubles = Arrays.asList(
                    Answer.DEFER, Answer.CUT, Answer.HANG, Answer.CUT, Answer.DEFER, Answer.HANG, Answer.ACCEPT);
            world.office().outside().answering(Mails.PLACE, troubles.toArray(Answer[]::new));
            for (int i = 0; i < 10; i++) {
                sleep(Duration.ofSeconds(1));
                world.office().outside().letGo();
            }
            world.office().outside().answering(Mails.PLACE, Answer.ACCEPT);
            world.office().outside().letGo();
        }
    },
    CLOCK_SET_BACK("the clock back by 3 min, by an hour") {
        @Override
        void strike(World world, Random random) throws Exception {
            // So little that mail goes on; then more than the register takes.
            for (Duration back : List.of(Duration.ofMinutes(3), Duration.ofHours(1))) {
                world.setClock(back.negated());
                sleep(Duration.ofSeconds(10));
            }
            world.setClock(Duration.ZERO);
        }

        @Override
        boolean isPossible() throws IOException {
            return SetClock.isInstalled();
        }
    },
    SECOND_GATEWAY("a second gateway, killed") {
        @Override
        List<Office> offices(World world) throws Exception {
            return List.of(world.office(), world.openSecond());
        }

        @Override
        void strike(World world, Random random) throws Exception {
            sleep(Duration.ofMillis(2000 + random.nextInt(4000)));
            world.killAndStartSecond();
            sleep(Duration.ofSeconds(2));
        }
    };

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Where mail is sent in its round. */
    List<Office> offices(World world) throws Exception {
        return List.of(world.office());
    }

    /** Whether this machine has the programs for it. */
    boolean isPossible() throws IOException {
        return true;
    }

    abstract void strike(World world, Random random) throws Exception;

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }
}
