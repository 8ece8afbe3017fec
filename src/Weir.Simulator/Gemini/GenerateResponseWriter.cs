using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Writes a <c>GenerateContentResponse</c>, which has the same form whole and as a part of a stream.</summary>
internal sealed class GenerateResponseWriter(ChatRequest request, Answer answer, bool withUsage)
{
    public ReadOnlyMemory<byte> Whole(bool withContent) => Response(json =>
    {
        foreach (var choice in withContent ? answer.Choices : [])
        {
            WriteCandidate(json, choice, () => WriteParts(json, choice), FinishReason(choice));
        }
    });

    // {"candidates":[{"content":{"parts":[{"text":"Hi"}],"role":"model"},"index":0}],"usageMetadata":{…},"modelVersion":"…","responseId":"…"}
    public ReadOnlyMemory<byte> Step(AnswerStep step) => Response(json => WriteCandidate(json, step.Choice, () => WriteStep(json, step), finishReason: null));

    public ReadOnlyMemory<byte> Finish(AnswerChoice choice) => Response(json => WriteCandidate(
        json,
        choice,
        () =>
        {
            if (SignsText(choice))
            {
                WriteText(json, "", isThought: false, ThoughtSignatures.OfThought(choice.ReasoningText));
            }
        },
        FinishReason(choice)));

    // {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{…}}
    public ReadOnlyMemory<byte> Blocked() => JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("promptFeedback");
        json.WriteString("blockReason", "PROHIBITED_CONTENT");
        json.WriteEndObject();
        json.WriteStartObject("usageMetadata");
        json.WriteNumber("promptTokenCount", answer.PromptTokens);
        json.WriteNumber("totalTokenCount", answer.PromptTokens);
        json.WriteEndObject();
        WriteTail(json);
        json.WriteEndObject();
    });

    private static string? FinishReason(AnswerChoice choice) => choice.FinishReason == "length" ? "MAX_TOKENS" : "STOP";

    private static bool SignsText(AnswerChoice choice) => !choice.Reasoning.IsEmpty && choice.ToolCalls.IsEmpty && choice.Images.IsEmpty && !choice.IsThoughtOnly;

    private void WriteParts(Utf8JsonWriter json, AnswerChoice choice)
    {
        if (!choice.Reasoning.IsEmpty && !request.Reasoning.IsHidden)
        {
            WriteText(json, choice.ReasoningText, isThought: true, signature: null);
        }

        if (!choice.Content.IsEmpty)
        {
            WriteText(json, choice.Text, isThought: false, SignsText(choice) ? ThoughtSignatures.OfThought(choice.ReasoningText) : null);
        }

        for (var index = 0; index < choice.ToolCalls.Length; index++)
        {
            WriteCall(json, choice, index);
        }

        foreach (var image in choice.Images)
        {
            WriteImage(json, choice, image);
        }
    }

    private static void WriteStep(Utf8JsonWriter json, AnswerStep step)
    {
        switch (step.Kind)
        {
            case StepKind.ToolName:
                WriteCall(json, step.Choice, step.Position);
                break;
            case StepKind.Image:
                WriteImage(json, step.Choice, step.Choice.Images[step.Position]);
                break;
            default:
                WriteText(json, step.Piece.Text, step.Kind == StepKind.Reasoning, signature: null);
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter json, string text, bool isThought, string? signature)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        if (isThought)
        {
            json.WriteBoolean("thought", true);
        }

        WriteSignature(json, signature);
        json.WriteEndObject();
    }

    // {"functionCall":{"id":"…","name":"get_weather","args":{…}},"thoughtSignature":"…"}; of calls made side by side the first one is signed.
    private static void WriteCall(Utf8JsonWriter json, AnswerChoice choice, int index)
    {
        var call = choice.ToolCalls[index];

        // Arguments that ran out of tokens are no JSON.
        var arguments = JsonElement.Parse(choice.FinishReason == "length" ? "{}" : call.ArgumentsText);
        json.WriteStartObject();
        json.WriteStartObject("functionCall");
        json.WriteString("id", call.Id);
        json.WriteString("name", call.Name);
        json.WritePropertyName("args");
        arguments.WriteTo(json);
        json.WriteEndObject();
        WriteSignature(json, index == 0 && !choice.Reasoning.IsEmpty ? ThoughtSignatures.OfCall(call.Name, arguments) : null);
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, AnswerChoice choice, AnswerImage image)
    {
        json.WriteStartObject();
        json.WriteStartObject("inlineData");
        json.WriteString("mimeType", "image/png");
        json.WriteBase64String("data", image.Png);
        json.WriteEndObject();
        WriteSignature(json, choice.Reasoning.IsEmpty ? null : ThoughtSignatures.OfThought(choice.ReasoningText));
        json.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter json, string? signature)
    {
        if (signature is not null)
        {
            json.WriteString("thoughtSignature", signature);
        }
    }

    private static void WriteCandidate(Utf8JsonWriter json, AnswerChoice choice, Action writeParts, string? finishReason)
    {
        json.WriteStartObject();
        json.WriteStartObject("content");
        json.WriteStartArray("parts");
        writeParts();
        json.WriteEndArray();
        json.WriteString("role", "model");
        json.WriteEndObject();
        if (finishReason is not null)
        {
            json.WriteString("finishReason", finishReason);
        }

        json.WriteNumber("index", choice.Index);
        json.WriteEndObject();
    }

    private ReadOnlyMemory<byte> Response(Action<Utf8JsonWriter> writeCandidates) => JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("candidates");
        writeCandidates(json);
        json.WriteEndArray();
        if (withUsage)
        {
            GeminiUsage.Write(json, answer);
        }

        WriteTail(json);
        json.WriteEndObject();
    });

    private void WriteTail(Utf8JsonWriter json)
    {
        json.WriteString("modelVersion", request.Model);
        json.WriteString("responseId", answer.Id);
    }
}
