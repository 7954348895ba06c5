/**
 * Child processes that read files. A worker is a JVM with a small heap that reads one file after the other; one that hangs,
 * runs out of memory or dies is replaced, and its file is unread.
 */
@NullMarked
package vn.vanthu.documents.worker;

import org.jspecify.annotations.NullMarked;
