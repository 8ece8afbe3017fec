namespace Weir.Server.Tests.Catalogue;

/// <summary>A configuration in which every fact of a catalogue is said once.</summary>
internal static class SampleCatalogue
{
    public const string Config = """
        {
          "providers": {
            "fake": {
              "name": "FakeProvider", "dialect": "openai", "base_url": "http://127.0.0.1:9/v1", "data_policy": { "zdr": true },
              "privacy_policy_url": "https://fake.example/privacy", "terms_of_service_url": "https://fake.example/terms",
              "status_page_url": "https://status.fake.example", "headquarters": "IE", "datacenters": ["US", "IE"]
            },
            "second": { "name": "Groq", "dialect": "openai", "base_url": "http://127.0.0.1:9/v1", "datacenters": ["US"] }
          },
          "models": {
            "acme/thinker": {
              "name": "Acme: Thinker", "description": "Thinks <first> & answers.", "created": "2026-03-01", "context_length": 200000, "tokenizer": "other",
              "canonical_slug": "acme/thinker-2026-03-01", "aliases": ["acme/old-thinker", "~acme/thinker-latest"], "hugging_face_id": "acme/thinker-1",
              "knowledge_cutoff": "2025-12-31", "expiration_date": "2027-12-31", "family": "Llama4", "instruct_type": "chatml", "distillable": true,
              "categories": ["programming", "science"], "input_modalities": ["text", "image"],
              "reasoning": { "mandatory": true, "supported_efforts": ["low", "high"], "default_effort": "low", "default_enabled": true, "supports_max_tokens": false },
              "default_parameters": { "temperature": 0.7, "top_k": 40 },
              "benchmarks": {
                "artificial_analysis": { "intelligence_index": 60.5, "coding_index": 50 },
                "design_arena": [ { "arena": "models", "category": "website", "elo": 1200.5, "win_rate": 61, "rank": 3 } ]
              },
              "endpoints": [
                {
                  "provider": "second", "upstream_model": "t", "pricing": { "prompt": "0.000003", "completion": "0.000015", "input_cache_read": "0.0000003" },
                  "supported_parameters": ["temperature", "tools", "house_parameter"]
                },
                {
                  "provider": "fake", "upstream_model": "t", "context_length": 100000, "max_completion_tokens": 8192, "max_prompt_tokens": 90000,
                  "quantization": "fp8", "is_moderated": true, "supports_implicit_caching": true,
                  "pricing": {
                    "prompt": "0.000002", "completion": "0.00001", "input_cache_write_1h": "0.000004", "image": "0.001", "web_search": "0.01"
                  },
                  "supported_parameters": ["temperature", "seed"]
                }
              ]
            },
            "bolt/tiny": {
              "name": "Bolt: Tiny", "created": "2026-05-01", "context_length": 8000,
              "reasoning": { "any_effort": true },
              "benchmarks": { "artificial_analysis": { "intelligence_index": 70 } },
              "endpoints": [
                {
                  "provider": "second", "upstream_model": "b",
                  "pricing": {
                    "prompt": "0.0000001", "completion": "0.0000002", "overrides": [ { "min_prompt_tokens": 4000, "prompt": "0.0000003" } ]
                  }
                }
              ]
            },
            "bolt/tiny:free": {
              "name": "Bolt: Tiny (free)", "created": "2026-04-01", "context_length": 4000,
              "endpoints": [ { "provider": "second", "upstream_model": "b" } ]
            },
            "acme/vector": {
              "name": "Acme: Vector", "created": "2026-01-01", "output_modalities": ["embeddings"],
              "endpoints": [ { "provider": "fake", "upstream_model": "v", "pricing": { "prompt": "0.00000002" } } ]
            },
            "acme/brush": {
              "name": "Acme: Brush", "created": "2026-02-01", "input_modalities": ["text", "image"], "output_modalities": ["image"],
              "endpoints": [
                {
                  "provider": "fake", "upstream_model": "p", "pricing": { "image_output": "0.05", "prompt": "0.000001" },
                  "image": {
                    "supported_parameters": {
                      "resolution": { "type": "enum", "values": ["1K", "2K"] }, "n": { "type": "range", "min": 1, "max": 4 }, "seed": { "type": "boolean" }
                    },
                    "passthrough_parameters": ["style"], "supports_streaming": true
                  }
                },
                {
                  "provider": "second", "upstream_model": "p", "pricing": { "image_output": "0.04" },
                  "image": { "supported_parameters": { "resolution": { "type": "enum", "values": ["2K", "4K"] }, "n": { "type": "range", "min": 1, "max": 10 } } }
                }
              ]
            },
            "acme/voice": {
              "name": "Acme: Voice", "created": "2026-01-15", "output_modalities": ["speech"], "supported_voices": ["ann", "bob"],
              "endpoints": [ { "provider": "fake", "upstream_model": "s", "pricing": { "character": "0.000015" }, "supports_voice_cloning": true } ]
            }
          }
        }
        """;
}
