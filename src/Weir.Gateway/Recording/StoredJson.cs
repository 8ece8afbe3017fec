using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Gateway.Recording;

/// <summary>How JSON is written for the span store.</summary>
internal static class StoredJson
{
    // Text stays readable and half the size: this JSON is never put into a page without escaping it there.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
