using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Audio;
using Weir.Simulator.Chat;

namespace Weir.Simulator.Wire;

/// <summary>Writes an answer that is heard: its sound and what it says.</summary>
internal sealed class ChatAudio(Answer answer, AudioWish wish, long created)
{
    // OpenAI keeps the sound of an answer for an hour.
    private const int SecondsKept = 3600;

    // Bounded by the choices of the answer.
    private readonly Dictionary<int, byte[]> _sounds = [];

    // "audio":{"id":"audio_…","expires_at":1,"data":"…","transcript":"…"}
    public void WriteWhole(Utf8JsonWriter json, AnswerChoice choice)
    {
        json.WriteStartObject("audio");
        json.WriteString("id", "audio_" + answer.Id);
        json.WriteNumber("expires_at", created + SecondsKept);
        json.WriteBase64String("data", SpeechFormat.Find(wish.Format)!.Make(choice.Text, wish.Voice, 1));
        json.WriteString("transcript", choice.Text);
        json.WriteEndObject();
    }

    /// <summary>The next words with their share of the sound.</summary>
    public void WriteDelta(Utf8JsonWriter json, AnswerStep step)
    {
        var samples = SoundOf(step.Choice);
        var from = SampleAt(step.Position, step.Choice.Content.Length, samples.Length);
        var to = SampleAt(step.Position + 1, step.Choice.Content.Length, samples.Length);
        json.WriteStartObject("audio");
        json.WriteString("id", "audio_" + answer.Id);
        json.WriteBase64String("data", samples.AsSpan(from, to - from));
        json.WriteString("transcript", step.Piece.Text);
        json.WriteEndObject();
    }

    public void WriteEnd(Utf8JsonWriter json)
    {
        json.WriteStartObject("audio");
        json.WriteString("id", "audio_" + answer.Id);
        json.WriteNumber("expires_at", created + SecondsKept);
        json.WriteEndObject();
    }

    private byte[] SoundOf(AnswerChoice choice)
    {
        if (!_sounds.TryGetValue(choice.Index, out var sound))
        {
            sound = _sounds[choice.Index] = PcmSound.Of(choice.Text, wish.Voice, 1);
        }

        return sound;
    }

    // Whole samples only.
    private static int SampleAt(int position, int count, int byteCount) =>
        (int)((long)byteCount / PcmSound.BytesPerSample * position / count) * PcmSound.BytesPerSample;
}
