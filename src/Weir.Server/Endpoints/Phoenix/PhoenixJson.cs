using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Writes answers of Phoenix's API.</summary>
internal static class PhoenixJson
{
    private const int FlushAfterBytes = 64 << 10;

    /// <summary><c>{"data": …}</c>.</summary>
    public static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> data) => WriteObjectAsync(context, StatusCodes.Status200OK, writer =>
    {
        writer.WritePropertyName("data"u8);
        data(writer);
    });

    /// <summary><c>{"data": [ … ], "next_cursor": …}</c>.</summary>
    public static Task WritePageAsync<T>(HttpContext context, IEnumerable<T> items, string? cursor, Action<Utf8JsonWriter, T> write) =>
        WriteObjectAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray("data"u8);
            foreach (var item in items)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
            writer.WriteString("next_cursor"u8, cursor);
        });

    public static async Task WriteObjectAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Sends on what a long answer has so far, when that is enough to be worth it.</summary>
    public static async ValueTask FlushAsync(HttpContext context, Utf8JsonWriter writer)
    {
        if (writer.BytesPending + context.Response.BodyWriter.UnflushedBytes > FlushAfterBytes)
        {
            await writer.FlushAsync(context.RequestAborted);
            _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary><c>{"data": …}</c> of something new.</summary>
    public static Task WriteCreatedAsync(HttpContext context, Action<Utf8JsonWriter> data) => WriteObjectAsync(context, StatusCodes.Status201Created, writer =>
    {
        writer.WritePropertyName("data"u8);
        data(writer);
    });

    /// <summary>A page with the id that the next one begins with.</summary>
    public static Task WritePageAsync<T>(HttpContext context, IdPage<T> page, string type, Action<Utf8JsonWriter, T> write) =>
        WritePageAsync(context, page.Items, page.Next is { } next ? GlobalId.Of(type, next) : null, write);

    /// <summary>JSON that was kept as it was written.</summary>
    public static void WriteRaw(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary><c>[{"id": …}, …]</c>, as what was inserted is told.</summary>
    public static void WriteIds(Utf8JsonWriter writer, string type, IEnumerable<long> ids)
    {
        writer.WriteStartArray();
        foreach (var id in ids)
        {
            WriteId(writer, type, id);
        }

        writer.WriteEndArray();
    }

    /// <summary><c>{"id": …}</c>.</summary>
    public static void WriteId(Utf8JsonWriter writer, string type, long id)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(type, id));
        writer.WriteEndObject();
    }

    /// <summary>A time as every datetime parser of the clients in use reads it: six digits and +00:00.</summary>
    public static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long unixNanos) => writer.WriteString(name, Time(unixNanos));

    /// <summary>The text of a time.</summary>
    public static string Time(long unixNanos) =>
        DateTimeOffset.UnixEpoch.AddTicks(unixNanos / TimeSpan.NanosecondsPerTick).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>Counts of tokens as traces and sessions have them: 0 where nobody says any.</summary>
    public static void WriteTokens(Utf8JsonWriter writer, SubtreeTokens tokens)
    {
        writer.WriteNumber("token_count_prompt"u8, tokens.Prompt ?? 0);
        writer.WriteNumber("token_count_completion"u8, tokens.Completion ?? 0);
        writer.WriteNumber("token_count_total"u8, tokens.Total ?? 0);
    }
}
