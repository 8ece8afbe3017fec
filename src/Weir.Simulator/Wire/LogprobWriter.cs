using System.Text;
using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Text;

namespace Weir.Simulator.Wire;

/// <summary>Invents log probabilities of the right shape: likely tokens, rivals less likely, the same for the same answer.</summary>
internal static class LogprobWriter
{
    // "logprobs":{"content":[{"token":" is","logprob":-0.1,"bytes":[32,105,115],"top_logprobs":[{"token":" is",…}]}],"refusal":null}
    public static void Write(Utf8JsonWriter json, AnswerChoice choice, int from, int count, int rivalCount)
    {
        json.WriteStartObject("logprobs");
        json.WriteStartArray("content");
        for (var position = from; position < from + count; position++)
        {
            WriteToken(json, choice, position, rivalCount);
        }

        json.WriteEndArray();
        json.WriteNull("refusal");
        json.WriteEndObject();
    }

    private static void WriteToken(Utf8JsonWriter json, AnswerChoice choice, int position, int rivalCount)
    {
        var random = new SeededRandom(unchecked(choice.Seed ^ ((ulong)position * 0x9E3779B97F4A7C15)));
        var token = choice.Content[position].Text;
        var probability = 0.5 + (0.499 * random.Fraction());
        json.WriteStartObject();
        WriteOne(json, token, probability);
        json.WriteStartArray("top_logprobs");
        var rest = 1 - probability;
        foreach (var rival in Rivals(choice, token, random).Prepend(token).Take(rivalCount))
        {
            json.WriteStartObject();
            WriteOne(json, rival, probability);
            json.WriteEndObject();

            // Each rival gets half of what is left: the sum stays below 1 and the order falls.
            rest /= 2;
            probability = rest;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter json, string token, double probability)
    {
        json.WriteString("token", token);
        json.WriteNumber("logprob", Math.Round(Math.Log(probability), 6));
        json.WriteStartArray("bytes");
        foreach (var part in Encoding.UTF8.GetBytes(token))
        {
            json.WriteNumberValue(part);
        }

        json.WriteEndArray();
    }

    // Other tokens of the same answer are the most natural rivals; made-up ones fill up short answers.
    private static IEnumerable<string> Rivals(AnswerChoice choice, string token, SeededRandom random)
    {
        var first = random.Below(choice.Content.Length);
        var others = Enumerable.Range(0, choice.Content.Length).Select(i => choice.Content[(first + i) % choice.Content.Length].Text);
        return others.Concat(Enumerable.Range(0, 20).Select(i => $" w{i}")).Where(other => other != token).Distinct(StringComparer.Ordinal);
    }
}
