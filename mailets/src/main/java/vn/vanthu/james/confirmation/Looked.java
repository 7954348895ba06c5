package vn.vanthu.james.confirmation;

import java.util.List;
import vn.vanthu.confirmation.Concern;
import vn.vanthu.register.Direction;

/**
 * A mail before the gate.
 *
 * @param recipients those behind aliases, groups and forwards
 */
record Looked(String subject, Direction direction, List<String> recipients, Concern concern) {}
