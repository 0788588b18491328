package io.riskloom.engine.service;

/**
 * @param device     {@code cpu} or {@code gpu0}
 * @param cores      processors the virtual machine sees
 * @param threads    of the native library
 * @param engine     name and version of the native library
 * @param gpuCount   usable GPUs
 * @param rssMb      memory of the engine's process in MiB
 */
public record DeviceInfo(String device, int cores, int threads, String engine, int gpuCount, long rssMb) {}
