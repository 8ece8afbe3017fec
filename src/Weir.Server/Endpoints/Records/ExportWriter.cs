using System.Buffers;
using System.Text;
using System.Text.Json;
using Weir.Ledger.Activity;
using Weir.Ledger.Records;

namespace Weir.Server.Endpoints.Records;

/// <summary>Turns pages of generations into bytes of an export.</summary>
internal sealed class ExportWriter(bool isCsv)
{
    public string ContentType => isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson";

    public string FileName => isCsv ? "generations.csv" : "generations.jsonl";

    /// <summary>What comes before the first page.</summary>
    public byte[] Head => isCsv ? Encoding.UTF8.GetBytes(CsvLines.Head) : [];

    public ReadOnlyMemory<byte> Write(IReadOnlyList<(GenerationPlace Place, GenerationRow Row)> page) => isCsv ? WriteCsv(page) : WriteJson(page);

    private static ReadOnlyMemory<byte> WriteCsv(IReadOnlyList<(GenerationPlace Place, GenerationRow Row)> page)
    {
        var text = new StringBuilder();
        foreach (var (place, row) in page)
        {
            CsvLines.Write(text, place, row);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ReadOnlyMemory<byte> WriteJson(IReadOnlyList<(GenerationPlace Place, GenerationRow Row)> page)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(lines);
        foreach (var (place, row) in page)
        {
            JsonLines.Write(writer, place, row);
            writer.Flush();
            writer.Reset();
            lines.Write("\n"u8);
        }

        return lines.WrittenMemory;
    }
}
