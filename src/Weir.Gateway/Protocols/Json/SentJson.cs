using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Gateway.Protocols.Json;

/// <summary>How JSON is written for clients and for the internal form.</summary>
internal static class SentJson
{
    // JSON and nothing else: text stays readable, and nobody puts it into a page unescaped.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
