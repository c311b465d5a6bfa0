/** Databases, analysis, machine learning and what is built of data. */
export const data = `
[database]
PostgreSQL: postgres, postgre sql, psql, pgsql > sql, relational-databases
MySQL: my sql > sql, relational-databases
MariaDB: > sql, relational-databases
SQL Server @sql-server: microsoft sql server, ms sql, mssql, ms sql server, =SSMS > sql, relational-databases
Oracle Database: oracle db, oracle 12c, oracle 19c, oracle sql, oracle rdbms > sql, relational-databases
SQLite: > sql, relational-databases
IBM Db2: =DB2, db2 > sql, relational-databases
MongoDB: mongo, mongo db, mongodb atlas > nosql
Redis: > nosql, caching
Cassandra: apache cassandra > nosql
ScyllaDB: > nosql
DynamoDB: dynamo db, amazon dynamodb > nosql, aws
Couchbase: > nosql
CouchDB: > nosql
Neo4j: graph database, cypher query > nosql
Elasticsearch: elastic search > search-engineering
OpenSearch: > search-engineering
Solr: apache solr, lucene > search-engineering
Memcached: > caching
InfluxDB: time series database
TimescaleDB
ClickHouse: click house > sql, data-warehousing
CockroachDB: > sql, relational-databases
YugabyteDB: > sql, relational-databases
Cosmos DB: cosmosdb > nosql, azure
Snowflake: snowflake data cloud, snowflake db > sql, data-warehousing
BigQuery: big query, google bigquery > sql, data-warehousing, google-cloud
Redshift: amazon redshift > sql, data-warehousing, aws
Azure Synapse: synapse analytics, azure sql > sql, azure, data-warehousing
Teradata: > sql, data-warehousing
Vertica: > sql, data-warehousing
Greenplum: > sql, data-warehousing
DuckDB: > sql
Microsoft Access: ms access, ~!Access > databases
Pinecone: > vector-databases
Weaviate: > vector-databases
Milvus: > vector-databases
Qdrant: > vector-databases
ChromaDB: > vector-databases
pgvector: > postgresql, vector-databases
[tool]
Apache Spark @spark: =Spark, pyspark, spark sql, spark streaming > big-data
Hadoop: apache hadoop, hdfs, mapreduce > big-data
Hive: apache hive > hadoop, sql
Apache Kafka @kafka: kafka, kafka streams, confluent > stream-processing, message-queues
RabbitMQ: rabbit mq > message-queues
ActiveMQ: > message-queues
Apache Pulsar: nats messaging > message-queues
Apache Flink @flink: flink > stream-processing
Apache Beam: google dataflow, cloud dataflow > stream-processing
Apache Storm: > stream-processing
Airflow: apache airflow > data-pipelines
Dagster: > data-pipelines
Prefect: prefect.io > data-pipelines
dbt: data build tool, dbt core > sql, data-modeling
Fivetran: > etl
Airbyte: > etl
Talend: > etl
Informatica: informatica powercenter > etl
SSIS: sql server integration services > etl, sql-server
SSRS: sql server reporting services > reporting, sql-server
SSAS: sql server analysis services > sql-server
Azure Data Factory: =ADF > etl, azure
AWS Glue: > etl, aws
Databricks: delta lake > spark
Trino: presto sql, prestodb > sql
Amazon Athena: =Athena > sql
Dask: > python
~Ray @ray: ray serve, ray tune, anyscale > python
Tableau: tableau desktop, tableau server > data-visualization, business-intelligence
Power BI: powerbi, microsoft power bi, ms power bi > data-visualization, business-intelligence
DAX: power query > power-bi
Looker: looker studio, lookml, google data studio > data-visualization, business-intelligence
Qlik: qlikview, qlik sense, qliksense > data-visualization, business-intelligence
Metabase: > data-visualization, business-intelligence
Apache Superset: superset > data-visualization, business-intelligence
MicroStrategy: > business-intelligence
Cognos: ibm cognos > business-intelligence
SAP BusinessObjects: business objects, crystal reports > business-intelligence
Alteryx: > data-analysis
KNIME: > data-analysis
RapidMiner: > data-analysis
SAS: =SAS, sas programming, base sas > statistics
SPSS: ibm spss > statistics
Stata: =Stata, =STATA > statistics
Minitab: > statistics
JMP: =JMP > statistics
EViews: > econometrics
Jupyter: jupyter notebook, jupyterlab > python
Google Colab: > python
MLflow: ml flow > mlops
Weights & Biases: wandb > mlops
Kubeflow: > mlops, kubernetes
DVC: =DVC > mlops
=Feast: feast feature store > feature-stores
Tecton: > feature-stores
SageMaker: sage maker, amazon sagemaker > machine-learning, aws
Vertex AI: vertexai > machine-learning, google-cloud
Azure Machine Learning: azure ml > machine-learning, azure
Amazon Bedrock: aws bedrock > large-language-models, aws
Triton Inference Server: =Triton, nvidia triton > model-serving
TorchServe: > model-serving
ONNX: > model-serving
TensorRT: > model-serving
CUDA: gpu programming, gpu computing
=Evidently: evidently ai > model-monitoring
WhyLogs: > model-monitoring
Great Expectations: =GX > data-quality
Label Studio: > data-annotation
Labelbox: > data-annotation
Collibra: > data-governance
Alation: > data-governance
Monte Carlo @monte-carlo: monte carlo data > data-quality
Ollama: llama.cpp > large-language-models
vLLM: > large-language-models
[library]
NumPy: > python
pandas: > python, data-analysis
Polars: > python
SciPy: > python
scikit-learn: sklearn, scikit learn > python, machine-learning
TensorFlow: tensor flow, tf2 > deep-learning
Keras: > deep-learning
PyTorch: py torch, pytorch lightning > python, deep-learning
JAX: =JAX > python, deep-learning
XGBoost: gradient boosting > machine-learning
LightGBM: > machine-learning
CatBoost: > machine-learning
Hugging Face: huggingface, hugging face transformers, =Transformers > nlp, deep-learning
spaCy: =spaCy, spacy > nlp, python
NLTK: > nlp, python
Gensim: > nlp, python
LangChain: lang chain > large-language-models
LlamaIndex: llama index > large-language-models
Matplotlib: > python, data-visualization
Seaborn: > python, data-visualization
Plotly: plotly dash > data-visualization
Streamlit: > data-visualization
Tidyverse: dplyr, ggplot2, ggplot > r
OpenAI API: openai, gpt-4, gpt-4o, chatgpt api, anthropic api > large-language-models
Statsmodels: > python, statistics
[method]
Data analysis: data analytics, analyzing data, analysing data, data analyst
Data visualization: data visualisation, dashboards, dashboard, dashboarding
Data modeling: data modelling, dimensional modeling, star schema, schema design, database design, relational data modeling, database modeling
Data warehousing: data warehouse, data lake, lakehouse, enterprise data warehouse
Data pipelines: data pipeline, pipeline construction
ETL: elt, extract transform load, etl pipeline, etl process
Data cleaning: data cleansing, data wrangling, data preparation
Data quality: data validation, data integrity
Data governance: data stewardship, master data management, data catalog
Data migration: data conversion
Data mining
Data entry: data input, data capture
Data annotation: data labeling, data labelling
Database administration: database administrator, =DBA
Database optimization: query optimization, query tuning, sql optimization, sql query optimization, indexing strategies, performance tuning, database tuning
Stream processing: event streaming, streaming data, real-time data, real time data processing
Batch processing
Web analytics: website analytics
A/B testing @ab-testing: ab test, split testing, a/b test, multivariate testing, controlled experiments
Experiment design: experimentation, design of experiments, =DOE, experimental design, experiment tracking
Statistical analysis: statistical modeling, statistical modelling, statistical methods, hypothesis testing > statistics
Regression analysis: linear regression, logistic regression > statistics
Forecasting: demand forecasting, time series, time-series forecasting, time series analysis
Causal inference: uplift modeling > statistics
Feature engineering: > machine-learning
Feature stores: feature store
Model training: training models, model evaluation, fine-tuning, model development > machine-learning
Model serving: model deployment, model inference, inference deployment, deploying models > mlops
Model monitoring: data drift, concept drift, ml monitoring, drift detection > mlops
Model registry: model registries > mlops
Anomaly detection
Fraud detection: fraud prevention, fraud analysis
Recommendation systems: recommender system, recommendation engine, recommendation system, collaborative filtering > machine-learning
Predictive modeling: predictive analytics, predictive modelling, predictive model
Sentiment analysis: > nlp
Retrieval-augmented generation: =RAG, retrieval augmented generation > large-language-models
Prompt engineering: prompt design > large-language-models
Ad hoc reporting @reporting: ad-hoc analysis, report writing, management reporting, kpi reporting, reporting and analytics
Geospatial analysis: =GIS, arcgis, qgis, postgis, geographic information system
Survey design: survey analysis, questionnaire design
Quantitative research: quantitative analysis, quantitative methods
Qualitative research: qualitative analysis, qualitative methods, nvivo
Operations research: linear programming, mathematical optimization, optimization models
[domain]
Databases: database, database management, =DBMS
Relational databases: relational database, =RDBMS, rdbms > databases
NoSQL: no-sql, nosql database, document database > databases
Vector databases: vector database, vector search, vector store, embeddings
Big data: large-scale data processing, large datasets, large data sets
Data science: data scientist
Data engineering: data engineer
Machine learning: =ML, ml model, ml engineering, statistical learning, supervised learning, applied ml
Deep learning: neural network, deep neural network > machine-learning
Artificial intelligence: =AI, =A.I.
Natural language processing @nlp: =NLP, natural language understanding, text mining, text classification > machine-learning
Computer vision: image recognition, image processing, object detection
Reinforcement learning: > machine-learning
Large language models: llm, large language model, generative ai, genai, gen ai
Speech recognition: speech to text, text to speech
MLOps: ml ops, machine learning operations
Statistics: statistical
Econometrics
Business intelligence: =BI, bi tools, bi reporting
Bayesian methods: bayesian statistics, bayesian inference > statistics
Bioinformatics: genomics data, sequencing data analysis
Product analytics: user analytics
[certification]
Google Data Analytics Certificate: google data analytics professional certificate > data-analysis
Microsoft Power BI Data Analyst: pl-300 > power-bi
Tableau Desktop Specialist: tableau certified > tableau
SnowPro: snowpro core > snowflake
Databricks Certified: databricks certified data engineer > databricks
TensorFlow Developer Certificate: > tensorflow
AWS Certified Machine Learning: aws machine learning specialty > aws, machine-learning
AWS Certified Data Engineer: aws data analytics specialty > aws, data-engineering
`;
