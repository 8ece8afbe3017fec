using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Tests.Testing;

/// <summary>An answer of sixty words, sent word by word, by an upstream that breaks where a test says or goes on where another stopped.</summary>
internal static class WordStream
{
    private static readonly string[] Words = [.. Enumerable.Range(1, 60).Select(number => number == 1 ? "word1" : $" word{number}")];

    public static string Whole { get; } = string.Concat(Words);

    /// <summary>The chunks of some of the words.</summary>
    public static string[] Chunks(int from, int to) => [.. Words[from..to].Select(Testing.Chunks.Text)];

    /// <summary>The whole answer.</summary>
    public static string[] Complete { get; } = [Testing.Chunks.Role, .. Chunks(0, 60), Testing.Chunks.Stop, Usage(10, 60), Testing.Chunks.Done];

    public static string Usage(int prompt, int completion) =>
        $$$"""{"id":"up-2","choices":[],"usage":{"prompt_tokens":{{{prompt}}},"completion_tokens":{{{completion}}},"total_tokens":{{{prompt + completion}}}}}""";

    /// <summary>Sends some words and then breaks the connection off.</summary>
    public static Func<HttpContext, Task> CutAfter(int words) => CutBetween(0, words);

    /// <summary>The same from a later word on.</summary>
    public static Func<HttpContext, Task> CutBetween(int from, int to) => async context =>
    {
        await FakeUpstream.Events([Testing.Chunks.Role, .. Chunks(from, to)])(context);
        throw new IOException("cut");
    };

    /// <summary>Goes on behind the words that the request shows it, in the given manner; from the start when it shows none.</summary>
    /// <param name="body">The request.</param>
    /// <param name="repeated">Words that are said again.</param>
    public static Func<HttpContext, Task> GoOn(string body, int repeated = 0)
    {
        using var request = JsonDocument.Parse(body);
        var opening = request.RootElement.GetProperty("messages").EnumerateArray().LastOrDefault(message => message.GetProperty("role").GetString() == "assistant");
        var seen = opening.ValueKind == JsonValueKind.Object ? opening.GetProperty("content").GetString()! : "";
        if (!Whole.StartsWith(seen, StringComparison.Ordinal) || (seen.Length > 0 && seen.Length < Whole.Length && Whole[seen.Length] != ' '))
        {
            throw new InvalidDataException($"What was shown is not the first words of the answer: {seen}");
        }

        var done = Math.Max(0, seen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length - repeated);
        string[] said = repeated == 0 ? Words[done..] : [Words[done].TrimStart(), .. Words[(done + 1)..]];
        return FakeUpstream.Events([Testing.Chunks.Role, .. said.Select(Testing.Chunks.Text), Testing.Chunks.Stop, Usage(200, said.Length), Testing.Chunks.Done]);
    }
}
