namespace Weir.Cli.Import;

/// <summary>One request of spans out of a file.</summary>
/// <param name="Body">An <c>ExportTraceServiceRequest</c>; good until the next one is read.</param>
/// <param name="IsJson">In JSON; else in protobuf.</param>
/// <param name="Position">Bytes of the file that have been read, as they lie on the disk.</param>
internal readonly record struct OtlpMessage(ReadOnlyMemory<byte> Body, bool IsJson, long Position);
