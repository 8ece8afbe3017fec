using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Audio;

/// <summary>Writes a transcript in each of the forms that a client can ask for.</summary>
internal sealed class TranscriptWriter(Transcript transcript, string language, Func<string, int> countTokens)
{
    // {"text":"…","usage":{"type":"duration","seconds":3}}
    public ReadOnlyMemory<byte> Json(AnswerExtent extent) => JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteString("text", extent.HasFlag(AnswerExtent.Content) ? transcript.Text : "");
        WriteUsage(json, extent);
        json.WriteEndObject();
    });

    /// <summary>With the parts of the text and their times.</summary>
    public ReadOnlyMemory<byte> Verbose(AnswerExtent extent, bool withSegments, bool withWords) => JsonOutput.Build(json =>
    {
        var hasContent = extent.HasFlag(AnswerExtent.Content);
        json.WriteStartObject();
        json.WriteString("task", "transcribe");
        json.WriteString("language", language);
        json.WriteNumber("duration", Seconds(transcript.Length));
        json.WriteString("text", hasContent ? transcript.Text : "");
        if (withSegments)
        {
            WriteSegments(json, hasContent);
        }

        if (withWords)
        {
            WriteWords(json, hasContent);
        }

        WriteUsage(json, extent);
        json.WriteEndObject();
    });

    // 1\n00:00:00,000 --> 00:00:03,200\nThe river …\n\n
    public ReadOnlyMemory<byte> SubRip() => Cues("", ',', numbered: true);

    // WEBVTT\n\n00:00:00.000 --> 00:00:03.200\nThe river …\n\n
    public ReadOnlyMemory<byte> WebVtt() => Cues("WEBVTT\n\n", '.', numbered: false);

    public ReadOnlyMemory<byte> Plain() => Encoding.UTF8.GetBytes(transcript.Text + "\n");

    private ReadOnlyMemory<byte> Cues(string start, char decimalMark, bool numbered)
    {
        var cues = new StringBuilder(start);
        for (var i = 0; i < transcript.Sentences.Length; i++)
        {
            var cue = transcript.Sentences[i];
            cues.Append(CultureInfo.InvariantCulture, $"{(numbered ? $"{i + 1}\n" : "")}{Time(cue.Start, decimalMark)} --> {Time(cue.End, decimalMark)}\n{cue.Text}\n\n");
        }

        return Encoding.UTF8.GetBytes(cues.ToString());
    }

    private void WriteSegments(Utf8JsonWriter json, bool hasContent)
    {
        json.WriteStartArray("segments");
        for (var i = 0; i < transcript.Sentences.Length && hasContent; i++)
        {
            var segment = transcript.Sentences[i];
            json.WriteStartObject();
            json.WriteNumber("id", i);
            json.WriteNumber("seek", 0);
            json.WriteNumber("start", Seconds(segment.Start));
            json.WriteNumber("end", Seconds(segment.End));
            json.WriteString("text", segment.Text);
            json.WriteStartArray("tokens");
            for (var token = 0; token < countTokens(segment.Text); token++)
            {
                json.WriteNumberValue(token);
            }

            json.WriteEndArray();
            json.WriteNumber("temperature", 0);
            json.WriteNumber("avg_logprob", -0.2);
            json.WriteNumber("compression_ratio", 1.2);
            json.WriteNumber("no_speech_prob", 0.01);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteWords(Utf8JsonWriter json, bool hasContent)
    {
        json.WriteStartArray("words");
        foreach (var word in hasContent ? transcript.Words : [])
        {
            json.WriteStartObject();
            json.WriteString("word", word.Text.TrimEnd('.'));
            json.WriteNumber("start", Seconds(word.Start));
            json.WriteNumber("end", Seconds(word.End));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteUsage(Utf8JsonWriter json, AnswerExtent extent)
    {
        if (!extent.HasFlag(AnswerExtent.Usage))
        {
            return;
        }

        json.WriteStartObject("usage");
        json.WriteString("type", "duration");
        json.WriteNumber("seconds", (int)Math.Ceiling(transcript.Length.TotalSeconds));
        json.WriteEndObject();
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private static string Time(TimeSpan time, char decimalMark) => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture) + decimalMark + time.Milliseconds.ToString("000", CultureInfo.InvariantCulture);
}
